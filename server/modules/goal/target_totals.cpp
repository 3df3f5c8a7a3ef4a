#include "modules/goal/target_totals.hpp"

#include <algorithm>

namespace zx::goal::targets {
namespace {

using PiecesByField = std::array<std::vector<rules::Piece>, field_count>;

void add_pieces(PiecesByField& pieces, Span span, Amounts const& amounts) {
  for (std::size_t i = 0; i < field_count; ++i) pieces[i].push_back({span, amounts[all_fields[i]]});
}

Amounts folded(OverTime over_time, PiecesByField const& pieces) {
  Amounts amounts;
  for (std::size_t i = 0; i < field_count; ++i) amounts[all_fields[i]] = rules::fold(over_time, pieces[i]);
  return amounts;
}

bool alike_but_for_the_period(Line const& a, Line const& b) {
  return a.product_id == b.product_id && a.customer_id == b.customer_id && a.measure_id == b.measure_id;
}

/// Of the columns like this one, from the first period to its own.
std::optional<Amounts> cumulative_of(Sheet const& sheet, Total const& total, OverTime over_time) {
  auto const& column = sheet.column(total.column_no);
  if (!column.span()) return std::nullopt;
  PiecesByField pieces;
  for (auto const& [key, other] : sheet.totals) {
    auto const& its = sheet.column(key.column);
    if (key.measure != total.measure_id || its.span()->to > column.span()->to || !alike_but_for_the_period(its, column)) continue;
    add_pieces(pieces, *its.span(), other.amounts());
  }
  return folded(over_time, pieces);
}

TargetGapView gap_between(std::vector<std::int64_t> columns, Decimal given, std::optional<Decimal> planned) {
  return {std::move(columns), given, planned.value_or(Decimal{}), given - planned.value_or(Decimal{})};
}

/// Columns of this sheet by the parent's column they are part of.
std::map<std::int64_t, std::vector<std::int64_t>> fed_columns(Sheet const& sheet, MeasureId measure) {
  std::map<std::int64_t, std::vector<std::int64_t>> fed;
  for (auto const& [key, total] : sheet.totals)
    if (key.measure == measure && total.feeds_column) fed[*total.feeds_column].push_back(key.column);
  return fed;
}

std::optional<Decimal> planned_in(Sheet const& sheet, MeasureId measure, std::vector<std::int64_t> const& columns) {
  std::vector<rules::Piece> pieces;
  for (auto no : columns) pieces.push_back({sheet.span_of(sheet.column(no)), sheet.totals.at({no, measure}).amounts().plan});
  return rules::fold(sheet.measures.at(measure).over_time, pieces);
}

/// Against the parent's row: cell by cell, and all of its cells together.
std::vector<TargetGapView> gaps_to_parent(ReadContext const& ctx, Sheet const& sheet, MeasureId measure) {
  std::vector<TargetGapView> gaps;
  auto const over_time = sheet.measures.at(measure).over_time;
  auto const parent_columns = columns_of(ctx, *sheet.row.parent_id);
  auto const parent_span = find(ctx, *sheet.row.parent_id).value().span();
  auto const cells = cells_between(ctx, *sheet.row.parent_id, *sheet.row.parent_row, *sheet.row.parent_row);
  std::vector<rules::Piece> given;
  std::vector<std::int64_t> all;
  for (auto const& [feeds, columns] : fed_columns(sheet, measure)) {
    auto const cell = std::ranges::find(cells, feeds, &Cell::column_no);
    if (cell == cells.end() || !cell->plan) continue;
    gaps.push_back(gap_between(columns, *cell->plan, planned_in(sheet, measure, columns)));
    given.push_back({parent_columns.at(static_cast<std::size_t>(feeds - 1)).span().value_or(parent_span), cell->plan});
    all.insert(all.end(), columns.begin(), columns.end());
  }
  if (auto whole = rules::fold(over_time, given)) gaps.push_back(gap_between({}, *whole, planned_in(sheet, measure, all)));
  return gaps;
}

std::vector<TargetGapView> gaps_of(ReadContext const& ctx, Sheet const& sheet, MeasureId measure) {
  std::vector<TargetGapView> gaps;
  for (auto const& column : sheet.columns) {
    bool const is_its_measure = column.measure_id ? column.measure_id == measure : sheet.row.measure_id == measure;
    if (column.given && is_its_measure) gaps.push_back(gap_between({column.no}, *column.given, planned_in(sheet, measure, {column.no})));
  }
  if (sheet.row.given && sheet.row.measure_id == measure) gaps.push_back(gap_between({}, *sheet.row.given, whole_of(sheet, measure).plan));
  if (sheet.row.parent_id)
    for (auto& gap : gaps_to_parent(ctx, sheet, measure)) gaps.push_back(std::move(gap));
  return gaps;
}

}  // namespace

Amounts whole_of(Sheet const& sheet, MeasureId measure) {
  PiecesByField pieces;
  for (auto const& [key, total] : sheet.totals)
    if (key.measure == measure) add_pieces(pieces, sheet.span_of(sheet.column(key.column)), total.amounts());
  return folded(sheet.measures.at(measure).over_time, pieces);
}

void sum_again(ReadContext const& ctx, Sheet& sheet, std::set<std::int64_t> const& rows) {
  for (auto& [key, total] : sheet.totals) total = Total{.column_no = key.column, .measure_id = key.measure, .feeds_column = total.feeds_column};
  for (auto no : rows) {
    auto const line = line_at(ctx, sheet.row.id, Side::row, no).value();
    for (auto const& cell : cells_between(ctx, sheet.row.id, no, no)) {
      auto const amounts = cell.amounts();
      auto& total = sheet.totals.at({cell.column_no, sheet.measure_of(line, sheet.column(cell.column_no))});
      for (auto field : all_fields) total.move(field, {}, amounts[field]);
    }
  }
}

Amounts total_of_row(Sheet const& sheet, Line const& row, std::vector<Cell> const& cells) {
  PiecesByField pieces;
  std::optional<MeasureId> measure = row.measure_id ? row.measure_id : sheet.row.measure_id;
  for (auto const& cell : cells) add_pieces(pieces, sheet.span_of(sheet.column(cell.column_no)), cell.amounts());
  return folded(sheet.measures.at(measure.value()).over_time, pieces);
}

std::vector<TargetTotalsView> totals_views(ReadContext const& ctx, Sheet const& sheet, bool whole) {
  std::vector<TargetTotalsView> views;
  for (auto const measure : sheet.measures_used()) {
    auto const& facts = sheet.measures.at(measure);
    TargetTotalsView view{.measure_id = measure, .columns = {}, .whole = whole_of(sheet, measure), .attainment = {}, .tiers = {}, .gaps = {}};
    view.attainment = rules::attainment(facts.direction, view.whole.plan, view.whole.actual);
    view.tiers = rules::tiers(facts.direction, view.whole);
    for (auto const& [key, total] : sheet.totals) {
      if (key.measure != measure) continue;
      TargetColumnTotal column{key.column, total.amounts(), {}, {}, cumulative_of(sheet, total, facts.over_time), {}, {}};
      column.attainment = rules::attainment(facts.direction, column.total.plan, column.total.actual);
      column.tiers = rules::tiers(facts.direction, column.total);
      if (column.cumulative) {
        column.cumulative_attainment = rules::attainment(facts.direction, column.cumulative->plan, column.cumulative->actual);
        column.cumulative_tiers = rules::tiers(facts.direction, *column.cumulative);
      }
      view.columns.push_back(std::move(column));
    }
    if (whole) view.gaps = gaps_of(ctx, sheet, measure);
    views.push_back(std::move(view));
  }
  return views;
}

std::optional<Decimal> planned_of(std::vector<Part> const& parts, OverTime over_time) {
  std::vector<rules::Piece> pieces;
  for (auto const& part : parts) pieces.push_back(part.planned());
  return rules::fold(over_time, pieces);
}

}  // namespace zx::goal::targets
