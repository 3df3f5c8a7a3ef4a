#pragma once
// What an urging letter says. Private to work.

#include "modules/work/letters.hpp"
#include "modules/work/store.hpp"

namespace zx::work::letter {

/// Everything a letter is made of, besides the item.
struct Draft {
  Tone tone = Tone::reminder;
  LetterTo to = LetterTo::handler;
  std::string to_name;
  std::string demand;
  std::optional<Date> answer_by;
  std::string language;
  std::string number;  ///< empty in a preview
  std::string link;    ///< for the QR code; empty = none
};

std::string pdf_of(ReadContext const& ctx, store::Item const& item, Draft const& draft);
/// "督促函_D-2026-000012.pdf"
std::string file_name(ReadContext const& ctx, std::string_view language, std::string_view number);

}  // namespace zx::work::letter
