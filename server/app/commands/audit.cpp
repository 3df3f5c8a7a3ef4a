#include "app/commands/commands.hpp"

namespace zx::app::commands {
namespace {

constexpr db::Statement entries{"audit.entries", "SELECT count(*) FROM timeline_entry", "SELECT count(*) FROM timeline_entry"};

}  // namespace

timeline::Verification verify_history(Application& application, Console& console) {
  return application.services().database.read([&](db::Executor& executor) {
    auto const total = executor.sure<std::int64_t>(entries);
    return timeline::verify(executor, [&](std::int64_t done) { console.progress(done, total); });
  });
}

ExitCode verify_audit(Application& application, Console& console) {
  auto const verification = verify_history(application, console);
  auto const& texts = application.texts();
  RefusalArguments figures{{"subjects", std::to_string(verification.subjects)}, {"entries", std::to_string(verification.entries)}};
  auto said = texts.text(console.language, verification.intact ? "command.audit.intact" : "command.audit.broken", figures);
  for (auto const& broken : verification.broken) {
    said += "\n  " + texts.text(console.language, "command.audit.entry",
                                {{"subject", broken.subject_type + " " + broken.subject_id.text()},
                                 {"seq", std::to_string(broken.seq)},
                                 {"event", broken.event},
                                 {"entry", broken.entry_id ? broken.entry_id->text() : "—"},
                                 {"reason", texts.text(console.language, "audit." + broken.reason)}});
  }
  console.answer(verification, said);
  return verification.intact ? ExitCode::success : ExitCode::audit_failed;
}

}  // namespace zx::app::commands
