#pragma once
// Goal cards in bulk and on paper: many from one sheet, copies for others or for the next period, the printed form.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/goal/cards.hpp"
#include "platform/jobs/jobs.hpp"

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
  std::string column;    ///< header text; empty when the whole row is meant
  std::string code;
  std::string message;  ///< in the actor's language
};
BOOST_DESCRIBE_STRUCT(CardImportError, (), (row, column, code, message))

enum class CardRowVerdict { new_goal, refused };
BOOST_DESCRIBE_ENUM(CardRowVerdict, new_goal, refused)

struct CardImportLine {
  std::int64_t row = 0;
  std::string person;
  std::string what;
  CardRowVerdict verdict = CardRowVerdict::new_goal;
};
BOOST_DESCRIBE_STRUCT(CardImportLine, (), (row, person, what, verdict))

/// Nothing was written when there are errors.
struct CardImportReport {
  bool dry_run = false;
  std::int64_t rows = 0;
  std::int64_t people = 0;
  std::int64_t cards = 0;                ///< made, or to be made
  std::vector<CardImportLine> verdicts;  ///< of the first 1,000 rows
  std::vector<CardImportError> errors;   ///< the first 1,000
  std::int64_t error_count = 0;
};
BOOST_DESCRIBE_STRUCT(CardImportReport, (), (dry_run, rows, people, cards, verdicts, errors, error_count))

enum class CardFileFormat { xlsx, csv };
BOOST_DESCRIBE_ENUM(CardFileFormat, xlsx, csv)

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

/// xlsx or csv by content, columns (card_columns.cpp) found by their names in either language; one row a goal, one card a person, in
/// one transaction. A dry run does all of it and takes it back. Refuses what is no such sheet; wrong rows are in the report.
Result<CardImportReport> import_cards(Services& services, Actor const& actor, std::string_view content, CardImportQuery const& query,
                                      jobs::TaskProgress* progress = nullptr);
/// The rows that were refused, in the person's own columns, with the reasons behind; corrected, it can be imported.
std::string card_error_file(Actor const& actor, std::string_view original, CardImportReport const& report, CardFileFormat format);
/// An empty sheet with notes and drop-downs.
std::string card_template(Services& services, Actor const& actor, CardFileFormat format);
/// Everything the query finds, a row a goal, in the columns of the import; `limit` and `after` are passed over. The csv has no byte
/// order mark. Refuses what the list refuses, and goal.export_too_large.
Result<std::string> export_cards(Services& services, Actor const& actor, CardListQuery query, CardFileFormat format, jobs::TaskProgress* progress = nullptr);
/// Drafts with the same goals; dates move with the period, parents stay where they may.
Result<CopiesView> copy_card(Context& ctx, GoalCardId id, CopyForm const& form);
/// The paper form as PDF, with boxes for both signatures.
Result<std::string> print_card(ReadContext const& ctx, GoalCardId id);

}  // namespace zx::goal
