#pragma once
// A letter on A4 as an office sends it: letterhead, number and date, body, a table of facts, who signs, a box to confirm receipt.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/base/time.hpp"

namespace zx::pdf {

struct LetterDocument {
  std::string letterhead;
  std::string title;
  std::vector<std::string> references;  ///< at the right below the title: number, date
  std::string addressee;
  std::vector<std::string> paragraphs;
  std::vector<std::pair<std::string, std::string>> facts;  ///< name and value, one row each
  std::vector<std::string> after_facts;                    ///< paragraphs
  std::vector<std::string> signature;                      ///< at the right: who sends it, when
  std::vector<std::string> boxes;                          ///< to be filled in by hand
  std::string qr_text;                                     ///< none when empty
  std::string qr_caption;
  std::string footer;
  std::string page_label = "{page} / {pages}";
  std::string font_families = "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, Droid Sans Fallback, sans-serif";
  std::optional<Instant> created;
};

/// The bytes of the PDF; what does not fit on a page continues on the next. Throws only when drawing itself fails.
std::string render_letter_pdf(LetterDocument const& document);

}  // namespace zx::pdf
