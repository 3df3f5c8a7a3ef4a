#include "app/commands/commands.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::app::commands {

ExitCode verify_audit(Application& application, Console& console) {
  auto verification = application.services().database.read([](db::Executor& executor) { return timeline::verify(executor); });
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
