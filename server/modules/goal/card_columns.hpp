#pragma once
// The columns of a sheet of goal cards. Private to goal.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/goal/card_words.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::goal::card_sheet {

enum class Column {
  number,
  name,
  what,
  purpose,
  standard,
  quality,
  time,
  cost,
  how,
  measure,
  unit,
  better,
  accrual,
  base,
  commit,
  target,
  stretch,
  weight,
  due,
  milestones,
  parent,
  supports,
  risks,
  rollup,
  customers,
  reason,
  limits,
  rhythm
};
inline constexpr std::size_t column_count = 28;

std::string_view word_of(Column column, std::string_view language);
/// Either language, with or without the star of required ones.
std::optional<Column> column_called(std::string_view header);
/// Where a field of a goal stands in the sheet.
Column column_of(std::string_view field);
/// Where a field of the card itself stands; the person's number where it has no column.
Column column_of_card(std::string_view field);
/// All of them; notes and drop-downs are for sheets that people fill in.
std::vector<xlsx::Column> columns_in(std::string_view language);
std::string_view note_of(Column column);

std::string_view word_of(BetterWhen better, std::string_view language);
std::string_view word_of(Accrual accrual, std::string_view language);
std::optional<BetterWhen> better_called(std::string_view word);
std::optional<Accrual> accrual_called(std::string_view word);
std::string_view word_of(Rollup rollup, std::string_view language);
std::optional<Rollup> rollup_called(std::string_view word);
std::string_view word_of(Rhythm rhythm, std::string_view language);
std::optional<Rhythm> rhythm_called(std::string_view word);

/// Of the last column of a file with refused rows.
std::string_view reason_word(std::string_view language);
bool is_reason(std::string_view header);

}  // namespace zx::goal::card_sheet
