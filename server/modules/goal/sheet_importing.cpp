// The whole file is read and understood first, then written as one batch in one transaction.

#include <algorithm>

#include "modules/goal/sheet_reading.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/target_files.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::goal {
namespace targets {
namespace {

constexpr std::string_view only_looked = "target.dry_run";  // rolls a dry run back; nobody sees it
constexpr std::size_t most_errors = 1000;

struct Read {
  FileContents contents;
  std::int64_t version = 0;
};

Result<Read> read(Services& services, Actor const& actor, SheetId id, std::string_view content, jobs::TaskProgress* progress) {
  Heard heard;
  if (progress) heard = [progress](std::size_t done, std::size_t) { progress->mention(static_cast<std::int64_t>(done), 0); };
  return services.database.read([&](db::Executor& executor) -> Result<Read> {
    ReadContext const ctx{actor, services.clock.now(), executor, services};
    auto const sheet = load(ctx, TRY(find_visible(ctx, id)));
    return Read{TRY(read_file(ctx, sheet, content, heard)), sheet.row.version};
  });
}

class Import {
 public:
  Import(Services& services, Actor const& actor, SheetId id, bool dry_run) : services_(services), actor_(actor), id_(id) { report_.dry_run = dry_run; }

  Result<TargetImportReport> run(Read read, jobs::TaskProgress* progress) {
    auto const& contents = read.contents;
    report_.rows = contents.rows;
    for (auto const& fault : contents.faults) add(fault.place.row, fault.header, fault.code, fault.arguments);
    report_.error_count = contents.fault_count;
    if (progress) {
      progress->report(0, contents.rows);
      if (progress->cancelled()) return Refusal::conflict("target.import_cancelled");
    }
    if (report_.error_count > 0) return report_;
    auto written = services_.database.write([&](db::Transaction& tx) { return write(Context{actor_, services_.clock.now(), tx, services_}, read, progress); });
    if (!written && written.refusal().code != only_looked) return std::move(written).refusal();
    if (progress) progress->report(contents.rows, contents.rows);
    return report_;
  }

 private:
  void add(std::int64_t row, std::string column, std::string const& code, RefusalArguments const& arguments) {
    if (report_.errors.size() < most_errors) report_.errors.push_back({row, std::move(column), code, services_.texts.text(actor_.language, code, arguments)});
  }

  enum class Half { checking, writing };
  /// Both halves in one transaction, in rows of the file.
  Heard halfway(jobs::TaskProgress* progress, Half half) const {
    if (!progress) return {};
    return [progress, rows = report_.rows, half](std::size_t done, std::size_t all) {
      auto const part = rows * static_cast<std::int64_t>(done) / static_cast<std::int64_t>(2 * std::max<std::size_t>(all, 1));
      progress->mention(half == Half::checking ? part : rows / 2 + part, rows);
    };
  }

  /// May run again: begins with what the file said.
  Result<void> write(Context ctx, Read const& read, jobs::TaskProgress* progress) {
    report_.errors.clear();
    report_.error_count = 0;
    auto sheet = load(ctx, TRY(lock_for_change(ctx, id_, read.version)));
    auto rights = rights_in(ctx, sheet.row);
    report_.rows_added = static_cast<std::int64_t>(read.contents.new_rows.size());
    if (report_.rows_added > 0) {
      if (!rights.may_plan) return Refusal::forbidden("target.plan_not_yours", {{"cell", sheet.row.title}});
      TRY(append_rows(ctx, sheet, read.contents.new_rows));
    }
    Editing editing(ctx, sheet, rights);
    for (auto const& fault : editing.prepare(read.contents.wanted, ActualSource::imported, halfway(progress, Half::checking))) {
      auto const& place = read.contents.places[fault.origin];
      add(place.row, read.contents.header.columns[place.column].header, fault.code, fault.arguments);
      report_.error_count += 1;
    }
    report_.cells = static_cast<std::int64_t>(editing.differences().size());
    if (report_.dry_run || report_.error_count > 0) return Refusal::conflict(std::string(only_looked));
    if (editing.changes_nothing() && report_.rows_added == 0) return {};
    return editing.write(TargetBatchKind::import, halfway(progress, Half::writing));
  }

  Services& services_;
  Actor const& actor_;
  SheetId id_;
  TargetImportReport report_;
};

}  // namespace
}  // namespace targets

using namespace targets;

Result<TargetImportReport> import_targets(Services& services, Actor const& actor, SheetId id, std::string_view content, bool dry_run,
                                          jobs::TaskProgress* progress) {
  return Import(services, actor, id, dry_run).run(TRY(read(services, actor, id, content, progress)), progress);
}

Result<SheetId> sheet_called(ReadContext const& ctx, std::string_view title_or_id) {
  if (auto id = SheetId::parse(title_or_id)) {
    TRY(find_visible(ctx, *id));
    return *id;
  }
  auto const found = ctx.db.all<SheetId>(sql::sheets_titled, {{"org", ctx.actor.organization}, {"title", title_or_id}});
  if (found.size() != 1) return Refusal::invalid("target.sheet_called", {{"name", std::string(title_or_id)}, {"count", std::to_string(found.size())}});
  TRY(find_visible(ctx, found.front()));
  return found.front();
}

}  // namespace zx::goal
