#pragma once
// Goal cards in bulk and on paper: many from one sheet, copies for others or for the next period, the printed form.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/goal/cards.hpp"

namespace zx::goal {

struct CardImportQuery {
  std::optional<bool> dry_run;  ///< only say what would come of it
  CardPeriod period = CardPeriod::quarter;
  Date day;                              ///< any day of the period
  std::optional<ManagementStyle> style;  ///< default: each person's
};
BOOST_DESCRIBE_STRUCT(CardImportQuery, (), (dry_run, period, day, style))

struct CardImportError {
  std::int64_t row = 0;  ///< as the spreadsheet program counts
  std::string column;
  std::string code;
  std::string text;  ///< in the reader's language
};
BOOST_DESCRIBE_STRUCT(CardImportError, (), (row, column, code, text))

/// Nothing was written when there are errors.
struct CardImportReport {
  std::int64_t rows = 0;
  std::int64_t people = 0;
  std::int64_t cards = 0;  ///< made, or to be made
  bool dry_run = false;
  std::vector<CardImportError> errors;  ///< the first 200
  std::int64_t error_count = 0;
};
BOOST_DESCRIBE_STRUCT(CardImportReport, (), (rows, people, cards, dry_run, errors, error_count))

struct CopyForm {
  std::vector<EmployeeId> person_ids;  ///< at most 100; default: the same person
  std::optional<CardPeriod> period;    ///< default: as the card
  std::optional<Date> day;             ///< any day of the new period; default: for the same person the next one, for others the same one
};
BOOST_DESCRIBE_STRUCT(CopyForm, (), (person_ids, period, day))

struct CopiesView {
  std::vector<GoalCardLine> cards;
};
BOOST_DESCRIBE_STRUCT(CopiesView, (), (cards))

/// Columns 工号 姓名 目标项 标准 方法 指标 单位 方向 目标值 权重 截止, found by name; one row a goal, one card a person, in one transaction.
Result<CardImportReport> import_cards(Context& ctx, std::string_view workbook, CardImportQuery const& query);
/// An empty sheet with notes and drop-downs.
std::string card_template(Services& services, Actor const& actor);
/// Drafts with the same goals; dates move with the period, parents stay where they may.
Result<CopiesView> copy_card(Context& ctx, GoalCardId id, CopyForm const& form);
/// The paper form as PDF, with boxes for both signatures.
Result<std::string> print_card(ReadContext const& ctx, GoalCardId id);

}  // namespace zx::goal
