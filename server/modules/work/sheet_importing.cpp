// Importing a follow-up sheet: the whole file is checked first, then written in small transactions, so that others can
// work meanwhile. A file with a wrong row is found out before the first write; an import that was cut off is finished by
// importing the file again.

#include <future>

#include "modules/work/sheet.hpp"
#include "modules/work/sheet_writing.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::size_t rows_at_once = 2000;  // a flush each; others wait for no more than these
constexpr std::size_t most_verdicts = 500;
constexpr std::size_t most_errors = 1000;

struct NumberedLine {
  Line line;
  Occurrence occurrence;
};

class SheetImport {
 public:
  SheetImport(Services& services, Actor const& actor, ImportOptions const& options, jobs::TaskProgress* progress)
      : services_(services), actor_(actor), options_(options), progress_(progress), now_(services.clock.now()), people_(options_) {
    report_.dry_run = options_.dry_run;
  }

  Result<ImportReport> run(std::string_view content) {
    TRY(inspect(content));
    bool refused = header_is_wrong_ || (report_.error_count > 0 && options_.on_error == OnError::import_nothing);
    if (options_.dry_run) return std::move(report_);
    report_.items = report_.follow_ups = 0;
    if (!refused) TRY(write(content));
    return std::move(report_);
  }

 private:
  Surroundings surroundings() const { return {actor_.time_zone, now_}; }

  /// The first pass.
  Result<void> inspect(std::string_view content) {
    auto reading = TRY(Reading::open(content, surroundings()));
    Occurrences occurrences(actor_.time_zone);
    header_is_wrong_ = !reading.header().faults().empty();
    for (auto const& fault : reading.header().faults()) add_error(fault);
    for (bool more = true; more;) {
      std::vector<NumberedLine> lines;
      auto read = read_lines(reading, occurrences, lines);
      check_lines(reading.header(), lines);
      if (!read) break_off(read.refusal(), lines);
      more = read && *read;
      // A dry run is done with what it has looked at.
      TRY(report_progress(options_.dry_run ? report_.rows : 0));
    }
    if (header_is_wrong_) report_.items = report_.follow_ups = 0;
    return {};
  }

  /// The second pass, over a file known to be good (or whose bad rows are to be skipped).
  Result<void> write(std::string_view content) {
    auto reading = TRY(Reading::open(content, surroundings()));
    Occurrences occurrences(actor_.time_zone);
    std::optional<Batch> writing;
    for (bool more = true; more;) {
      std::vector<NumberedLine> lines;
      more = TRY(read_lines(reading, occurrences, lines));
      auto items = new_items(reading.header(), lines);
      if (writing) TRY(finish(*writing));
      writing = begin_writing(std::move(items), static_cast<std::int64_t>(lines.size()));
    }
    if (writing) TRY(finish(*writing));
    if (report_.items > 0) services_.notify_pages(actor_.organization, "work_item", "");
    return {};
  }

  /// False when these were the last ones.
  Result<bool> read_lines(Reading& reading, Occurrences& occurrences, std::vector<NumberedLine>& lines) {
    while (lines.size() < rows_at_once) {
      Line line;
      if (!TRY(reading.next(line))) return false;
      auto occurrence = line.faults.empty() ? occurrences.next(line.item) : Occurrence{};
      lines.push_back({std::move(line), std::move(occurrence)});
    }
    return true;
  }

  void check_lines(Header const& header, std::vector<NumberedLine>& lines) {
    auto known = services_.database.read([&](db::Executor& executor) {
      ReadContext ctx{actor_, now_, executor, services_};
      auto counts = known_counts(ctx, titles_of(lines), actor_.time_zone);
      for (auto& [line, occurrence] : lines) {
        if (line.faults.empty()) people_.of(ctx, header, line);
      }
      return counts;
    });
    for (auto const& [line, occurrence] : lines) add_verdict(line, is_known(known, occurrence));
  }

  /// Rows that are being written while the next ones are read.
  struct Batch {
    std::int64_t rows = 0;
    std::future<Result<Written>> written;  ///< waits for the thread when it is destroyed
  };

  Batch begin_writing(std::vector<NewItem> items, std::int64_t rows) {
    auto write = [this, items = std::move(items)] {
      return services_.database.write([&](db::Transaction& tx) -> Result<Written> { return write_items({actor_, now_, tx, services_}, items); });
    };
    return {rows, std::async(std::launch::async, std::move(write))};
  }

  Result<void> finish(Batch& batch) {
    auto written = TRY(batch.written.get());
    report_.items += written.items;
    report_.follow_ups += written.follow_ups;
    done_ += batch.rows;
    return report_progress(done_);
  }

  std::vector<NewItem> new_items(Header const& header, std::vector<NumberedLine>& lines) {
    return services_.database.read([&](db::Executor& executor) {
      ReadContext ctx{actor_, now_, executor, services_};
      std::vector<NewItem> items;
      items.reserve(lines.size());
      for (auto& [line, occurrence] : lines) {
        if (!line.faults.empty()) continue;
        if (auto assignment = people_.of(ctx, header, line)) items.push_back({std::move(line.item), std::move(*assignment), std::move(occurrence)});
      }
      return items;
    });
  }

  static std::set<std::string> titles_of(std::vector<NumberedLine> const& lines) {
    std::set<std::string> titles;
    for (auto const& [line, occurrence] : lines) {
      if (line.faults.empty()) titles.insert(line.item.title);
    }
    return titles;
  }

  void add_verdict(Line const& line, bool known) {
    auto verdict = !line.faults.empty() ? Verdict::refused : known ? Verdict::known_item : Verdict::new_item;
    auto follow_ups = static_cast<std::int64_t>(line.item.follow_ups.size());
    report_.rows += 1;
    report_.skipped += verdict == Verdict::known_item;
    report_.items += verdict == Verdict::new_item;
    report_.follow_ups += verdict == Verdict::new_item ? follow_ups : 0;
    if (report_.verdicts.size() < most_verdicts) report_.verdicts.push_back({line.row, line.item.title, verdict, follow_ups});
    for (auto const& fault : line.faults) add_error(fault);
  }

  void add_error(Fault const& fault) {
    report_.error_count += 1;
    if (report_.errors.size() >= most_errors) return;
    report_.errors.push_back({fault.row, fault.column, fault.code, services_.texts.text(actor_.language, fault.code, fault.arguments)});
  }

  /// A table that cannot be read to its end is wrong as a whole.
  void break_off(Refusal const& refusal, std::vector<NumberedLine> const& lines) {
    header_is_wrong_ = true;
    add_error({lines.empty() ? 0 : lines.back().line.row + 1, "", refusal.code, refusal.arguments});
  }

  Result<void> report_progress(std::int64_t done) {
    if (!progress_) return {};
    progress_->report(done, report_.rows);
    if (progress_->cancelled()) return Refusal::conflict("sheet.cancelled", {{"items", std::to_string(done_ == 0 ? 0 : report_.items)}});
    return {};
  }

  Services& services_;
  Actor const& actor_;
  ImportOptions const& options_;
  jobs::TaskProgress* progress_;
  Instant now_;
  People people_;
  ImportReport report_;
  bool header_is_wrong_ = false;
  std::int64_t done_ = 0;  ///< rows of the second pass that are on disk
};

}  // namespace

Result<ImportReport> import_sheet(Services& services, Actor const& actor, std::string_view content, ImportOptions const& options,
                                  jobs::TaskProgress* progress) {
  return SheetImport(services, actor, options, progress).run(content);
}

}  // namespace zx::work::sheet
