// A target sheet on A4, as the paper forms A to D have it: plan and actual beside each other where that fits, else below each
// other; under them the totals, the year so far, what is missing to what was given, and who signs.

#include <algorithm>

#include "modules/goal/sql.hpp"
#include "modules/goal/target_files.hpp"
#include "modules/goal/target_store.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/pdf/table_document.hpp"

namespace zx::goal {
namespace targets {
namespace {

constexpr std::int64_t most_rows_on_paper = 2'000;
constexpr std::size_t most_lines_side_by_side = 6;
constexpr std::int64_t rows_at_once = 500;
constexpr std::array fields{TargetField::plan, TargetField::actual};

/// "1234567.5" as people read it: "1,234,567.5".
std::string shown(std::optional<Decimal> const& value) {
  if (!value) return {};
  auto text = value->text();
  auto const point = std::min(text.find('.'), text.size());
  auto const first = text.starts_with('-') ? 1u : 0u;
  for (auto at = point; at > first + 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

std::string percent(std::optional<Decimal> const& value) { return value ? value->text() + "%" : std::string{}; }

/// What stands across the page, with its sums.
struct Across {
  std::string label;
  std::optional<Amounts> total;
  std::optional<Decimal> attainment;
  std::string gap;        ///< to what the row was given
  std::string parts_gap;  ///< to what the sheets below it plan
};
struct Down : Across {
  std::vector<Amounts> cells;  ///< one for each that stands across
  std::optional<Amounts> cumulative;
};

class PaperSheet {
 public:
  PaperSheet(ReadContext const& ctx, TargetSheetView const& sheet) : ctx_(ctx), sheet_(sheet) {
    if (sheet.periods_down) turned();
    else upright();
    side_by_side_ = across_.size() <= most_lines_side_by_side;
    has_gaps_ = sheet.whole && std::ranges::any_of(sheet.rows, [](auto const& row) { return row.gap.has_value(); });
    has_parts_gaps_ = sheet.whole && std::ranges::any_of(sheet.rows, [](auto const& row) { return row.parts_gap.has_value(); });
    has_row_sums_ = across_.size() > 1 && std::ranges::any_of(down_, [](auto const& line) { return line.total && *line.total != Amounts{}; });
    document_.title = sheet.title;
    document_.subtitles = subtitles();
    head();
    for (auto const& line : down_) add(line);
    footer();
    figures();
    document_.shading = pdf::GroupShading::alternating;
    document_.font_size = across_.size() > most_lines_side_by_side * 2 ? 7.5 : 9;
    document_.key_columns = side_by_side_ ? 1 : 2;
    document_.signatures = {say("made_by"), say("checked_by"), say("approved_by")};
    auto const zone = ctx.services.calendar_of(ctx.actor.organization)->zone();
    document_.footers = {say("printed", {{"date", calendar::local_date(ctx.now, zone).text()}, {"name", ctx.actor.name}})};
    document_.page_label = text("sheet.print.page");
    document_.created = ctx.now;
    if (!ctx.services.public_url.empty()) document_.qr_text = ctx.services.public_url + "/goals/targets/" + sheet.id.text();
  }

  std::string pdf() const { return pdf::render_table_pdf(document_); }

 private:
  std::string text(std::string_view code, RefusalArguments const& arguments = {}) const {
    return ctx_.services.texts.text(ctx_.actor.language, code, arguments);
  }
  std::string say(std::string_view what, RefusalArguments const& arguments = {}) const { return text("target.print." + std::string(what), arguments); }
  TargetTotalsView const* only_totals() const { return sheet_.totals.size() == 1 ? &sheet_.totals.front() : nullptr; }

  static Amounts amounts_of(TargetRowView const& row, std::int64_t column) {
    auto const found = std::ranges::find(row.cells, column, &TargetCellView::column);
    return found == row.cells.end() ? Amounts{} : Amounts{found->plan, found->actual, {}, {}, {}};
  }
  static TargetColumnTotal const* total_at(TargetTotalsView const& totals, std::int64_t column) {
    auto const found = std::ranges::find(totals.columns, column, &TargetColumnTotal::column);
    return found == totals.columns.end() ? nullptr : &*found;
  }

  static Across across_of(TargetRowView const& row) { return {row.label, row.total, row.attainment, shown(row.gap), shown(row.parts_gap)}; }

  void upright() {
    for (auto const& column : sheet_.columns) across_.push_back({column.label, {}, {}, {}, {}});
    for (auto const& row : sheet_.rows) {
      Down line;
      static_cast<Across&>(line) = across_of(row);
      for (auto const& column : sheet_.columns) line.cells.push_back(amounts_of(row, column.column));
      down_.push_back(std::move(line));
    }
  }
  /// Sheet B: the periods go down the page.
  void turned() {
    for (auto const& row : sheet_.rows) across_.push_back(across_of(row));
    for (auto const& column : sheet_.columns) {
      Down line;
      line.label = column.label;
      for (auto const& row : sheet_.rows) line.cells.push_back(amounts_of(row, column.column));
      if (auto const* totals = only_totals())
        if (auto const* its = total_at(*totals, column.column)) line.total = its->total, line.attainment = its->attainment;
      down_.push_back(std::move(line));
    }
  }

  std::vector<std::string> subtitles() const {
    std::string measures;
    for (auto const& measure : sheet_.measures)
      measures += (measures.empty() ? "" : "、") + measure.name + (measure.unit.empty() ? "" : "（" + measure.unit + "）");
    auto const owner = sheet_.employee ? sheet_.employee->name : sheet_.department ? sheet_.department->name : "";
    std::vector<std::string> lines{ctx_.db.one<std::string>(sql::organization_name, {{"org", ctx_.actor.organization}}).value_or(""),
                                   say("head", {{"owner", owner}, {"from", sheet_.period.from}, {"to", sheet_.period.to}, {"measures", measures}})};
    if (sheet_.parent) lines.push_back(say("parent", {{"title", sheet_.parent->title}, {"row", sheet_.parent->row_label}}));
    for (auto const& totals : sheet_.totals)
      for (auto const& gap : totals.gaps)
        if (gap.columns.empty()) lines.push_back(say("gap_of_whole", {{"given", shown(gap.given)}, {"planned", shown(gap.planned)}, {"gap", shown(gap.gap)}}));
    return lines;
  }

  std::string corner() const {
    auto const axis = sheet_.periods_down ? TargetAxis::period : sheet_.row_axes.front();
    return say("axis." + std::string(enum_text(axis)));
  }
  void head() {
    document_.columns.push_back({corner(), side_by_side_ ? 2.2 : 1.6});
    if (!side_by_side_) document_.columns.push_back({"", 0.8, pdf::Align::center});
    auto const add = [&](std::string const& label) {
      if (!side_by_side_) document_.columns.push_back({label, 1, pdf::Align::right});
      else
        for (auto field : fields) document_.columns.push_back({label + "\n" + text("field." + std::string(enum_text(field))), 1, pdf::Align::right});
    };
    for (auto const& line : across_) add(line.label);
    if (has_row_sums_) {
      add(say("total"));
      document_.columns.push_back({say("attainment"), 0.9, pdf::Align::right});
    }
    if (sheet_.periods_down) return;
    if (has_gaps_) document_.columns.push_back({say("gap"), 0.9, pdf::Align::right});
    if (has_parts_gaps_) document_.columns.push_back({say("parts_gap"), 0.9, pdf::Align::right});
  }

  void rows(std::vector<std::string> const& labels, std::vector<Amounts> const& amounts, std::optional<Decimal> const& attainment) {
    auto const group = next_group_++;
    if (side_by_side_) {
      std::vector<std::string> row{labels.front()};
      for (auto const& each : amounts)
        for (auto field : fields) row.push_back(shown(each[field]));
      if (has_row_sums_) row.push_back(percent(attainment));
      document_.rows.push_back({std::move(row), group});
      return;
    }
    for (auto field : fields) {
      bool const is_plan = field == TargetField::plan;
      std::vector<std::string> row{is_plan ? labels.front() : "", text("field." + std::string(enum_text(field)))};
      for (auto const& each : amounts) row.push_back(shown(each[field]));
      if (has_row_sums_) row.push_back(is_plan ? "" : percent(attainment));
      document_.rows.push_back({std::move(row), group});
    }
  }
  void add(Down const& line) {
    auto amounts = line.cells;
    if (has_row_sums_) amounts.push_back(line.total.value_or(Amounts{}));
    auto const first = document_.rows.size();
    rows({line.label}, amounts, line.attainment);
    if (sheet_.periods_down) return;
    auto& cells = document_.rows[first].cells;
    if (has_gaps_) cells.push_back(line.gap);
    if (has_parts_gaps_) cells.push_back(line.parts_gap);
  }
  /// One text for each that stands across, below its last number.
  void texts(std::string label, std::vector<std::string> const& texts, bool below_plan = false) {
    std::vector<std::string> row{std::move(label)};
    if (!side_by_side_) row.push_back("");
    for (auto const& each : texts) {
      if (side_by_side_ && !below_plan) row.push_back("");
      row.push_back(each);
      if (side_by_side_ && below_plan) row.push_back("");
    }
    document_.rows.push_back({std::move(row), next_group_++});
  }

  void footer() {
    if (sheet_.periods_down) return footer_of_turned();
    for (auto const& totals : sheet_.totals) {
      auto const name = sheet_.totals.size() > 1 ? name_of(totals.measure_id) + " " : "";
      std::vector<Amounts> sums, so_far;
      std::vector<std::string> gaps, attainments;
      for (auto const& column : sheet_.columns) {
        auto const* its = total_at(totals, column.column);
        sums.push_back(its ? its->total : Amounts{});
        so_far.push_back(its ? its->cumulative.value_or(Amounts{}) : Amounts{});
        attainments.push_back(its ? percent(its->attainment) : "");
        gaps.push_back(gap_at(totals, column.column));
      }
      if (has_row_sums_) sums.push_back(totals.whole), so_far.push_back({}), attainments.push_back(percent(totals.attainment));
      rows({name + say("total")}, sums, totals.attainment);
      if (std::ranges::any_of(so_far, [](auto const& each) { return each != Amounts{}; })) rows({name + say("cumulative")}, so_far, {});
      texts(name + say("attainment"), attainments);
      if (std::ranges::any_of(gaps, [](auto const& each) { return !each.empty(); })) texts(name + say("gap"), gaps, true);
    }
  }
  void footer_of_turned() {
    std::vector<Amounts> sums;
    std::vector<std::string> attainments;
    for (auto const& line : across_) sums.push_back(line.total.value_or(Amounts{})), attainments.push_back(percent(line.attainment));
    if (has_row_sums_)
      if (auto const* totals = only_totals()) sums.push_back(totals->whole), attainments.push_back(percent(totals->attainment));
    rows({say("total")}, sums, {});
    texts(say("attainment"), attainments);
    std::vector<std::string> gaps, parts_gaps;
    for (auto const& line : across_) gaps.push_back(line.gap), parts_gaps.push_back(line.parts_gap);
    if (has_gaps_) texts(say("gap"), gaps, true);
    if (has_parts_gaps_) texts(say("parts_gap"), parts_gaps, true);
  }
  static std::string gap_at(TargetTotalsView const& totals, std::int64_t column) {
    for (auto const& gap : totals.gaps)
      if (gap.columns == std::vector{column}) return shown(gap.gap);
    return {};
  }

  /// Sheet D: last month, the year so far and the year, below the column of their measure.
  void figures() {
    if (sheet_.figures.empty()) return;
    std::vector<Amounts> last, so_far;
    std::vector<std::string> so_far_share, year_plan, year_share;
    for (auto const& column : sheet_.columns) {
      auto const found = std::ranges::find(sheet_.figures, column.measure_id.value_or(MeasureId{}), &TargetMonthFigures::measure_id);
      auto const its = found == sheet_.figures.end() ? TargetMonthFigures{} : *found;
      last.push_back(its.last_month.value_or(Amounts{}));
      so_far.push_back(its.accumulated);
      so_far_share.push_back(percent(its.accumulated_attainment));
      year_plan.push_back(shown(its.year_plan));
      year_share.push_back(percent(its.year_attainment));
    }
    rows({say("last_month")}, last, {});
    rows({say("so_far")}, so_far, {});
    texts(say("so_far_attainment"), so_far_share);
    texts(say("year_plan"), year_plan, true);
    texts(say("year_attainment"), year_share);
  }
  std::string name_of(MeasureId id) const {
    auto const found = std::ranges::find(sheet_.measures, id, &MeasureView::id);
    return found == sheet_.measures.end() ? "" : found->name;
  }

  ReadContext const& ctx_;
  TargetSheetView const& sheet_;
  std::vector<Across> across_;
  std::vector<Down> down_;
  bool side_by_side_ = true;
  bool has_row_sums_ = false;
  bool has_gaps_ = false;
  bool has_parts_gaps_ = false;
  int next_group_ = 0;
  pdf::TableDocument document_;
};

}  // namespace
}  // namespace targets

Result<std::string> print_targets(ReadContext const& ctx, SheetId id) {
  auto sheet = TRY(show_sheet(ctx, id, {.after = {}, .limit = targets::rows_at_once}));
  if (sheet.row_count > targets::most_rows_on_paper)
    return Refusal::invalid("target.too_many_to_print", {{"most", std::to_string(targets::most_rows_on_paper)}});
  while (sheet.next) {
    auto page = TRY(list_rows(ctx, id, {.after = sheet.next, .limit = targets::rows_at_once}));
    for (auto& row : page.items) sheet.rows.push_back(std::move(row));
    sheet.next = std::move(page.next);
  }
  return targets::PaperSheet(ctx, sheet).pdf();
}

}  // namespace zx::goal
