#pragma once
// From the rows of a sheet to the cards they ask for. Private to goal.

#include <functional>
#include <map>

#include "modules/goal/card_columns.hpp"
#include "modules/goal/card_sheet.hpp"

namespace zx::goal::card_sheet {

inline constexpr std::int64_t most_rows = 5000;

/// What is wrong at a place of the sheet.
struct CardFault {
  std::int64_t row = 0;
  std::string column;  ///< header text; empty when the whole row is meant
  std::string code;
  RefusalArguments arguments;
};

struct SheetRow {
  std::int64_t row = 0;
  std::string person;  ///< as the organization knows them, or as written
  std::string what;
};

/// One card, with the row of each of its goals.
struct SheetCard {
  EmployeeId person_id;
  NewCardForm form;
  std::vector<std::int64_t> rows;
};

struct CardSheetContents {
  std::map<std::size_t, std::string> headers;  ///< as written, by column of the sheet
  std::vector<SheetRow> rows;
  std::vector<SheetCard> cards;  ///< in order of the sheet
  std::vector<CardFault> faults;
};

/// xlsx or csv by content. Refuses what is no table, goal.import_no_header, goal.import_empty, goal.import_too_long.
Result<CardSheetContents> read_cards(ReadContext const& ctx, std::string_view content, CardImportQuery const& query,
                                     std::function<void(std::int64_t rows)> const& heard = {});

}  // namespace zx::goal::card_sheet
