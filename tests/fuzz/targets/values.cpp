// Texts that are values: what is read is written and read the same; what is no value is told so.
#include "fuzz.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/text.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"
#include "platform/files/content_type.hpp"
#include "platform/files/name.hpp"
#include "platform/outbound/encoding.hpp"
#include "platform/xlsx/cell_values.hpp"
#include "platform/xlsx/decimal_text.hpp"

namespace zx::fuzz {

template <class T>
void comes_back(std::string const& text) {
  auto value = T::parse(text);
  if (!value) return;
  auto again = T::parse(value->text());
  must(again && *again == *value, "a value that was written reads the same");
}

void decimal(std::string const& text) {
  comes_back<Decimal>(text);
  comes_back<Money>(text);
  auto plain = table::plain_decimal(text);
  if (!plain) return;
  must(table::plain_decimal(*plain) == plain, "a plain decimal is plain");
  must(table::shifted(table::shifted(*plain, 2), -2) == *plain, "shifting there and back changes nothing");
  table::significant_digits(*plain);
}

void words(std::string const& text) {
  must(text::trim(text::trim(text)) == text::trim(text), "trimming twice is trimming once");
  if (!text::is_valid_utf8(text)) return;
  auto const folded = text::fold(text);
  must(text::is_valid_utf8(folded), "folded text is text");
  for (std::size_t n = 0; n < 4; ++n) {
    auto const cut = text::cut(text, n);
    must(text::is_valid_utf8(cut) && text::length(cut) <= n, "a cut is text of so many characters");
  }
}

void encoded(std::string const& text) {
  auto const bytes = outbound::from_base64url(outbound::base64url(text));
  must(bytes == text, "base64url comes back");
  outbound::from_base64url(text);
}

void cell(std::string const& text) {
  auto const cell = table::Cell::of_text(text);
  if (auto date = table::date_in(cell)) must(date->valid(), "a cell's date exists");
  table::decimal_in(cell);
  table::boolean_in(cell);
}

}  // namespace zx::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace zx;
  fuzz::Input input(data, size);
  auto const which = input.number();
  auto const text = input.rest();
  switch (which % 8) {
    case 0: fuzz::decimal(text); break;
    case 1: fuzz::comes_back<Instant>(text); break;
    case 2: fuzz::comes_back<Date>(text), fuzz::comes_back<TimeOfDay>(text); break;
    case 3: fuzz::comes_back<Uuid>(text); break;
    case 4: fuzz::words(text); break;
    case 5: fuzz::encoded(text); break;
    case 6: fuzz::cell(text); break;
    case 7: files::content_type_of("a.txt", text), files::is_acceptable_name(text); break;
  }
  return 0;
}
