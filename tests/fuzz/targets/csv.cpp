// An uploaded csv in any encoding; and what we export comes back as it was.
#include "fuzz.hpp"
#include "platform/csv/reader.hpp"
#include "platform/csv/writer.hpp"
#include "reading.hpp"

namespace zx::fuzz {

csv::ReadOptions small(unsigned choice) {
  csv::ReadOptions options;
  options.separator = std::string_view("\0,;\t", 4)[choice % 4];
  options.guard = choice & 4 ? csv::FormulaGuard::leave : csv::FormulaGuard::take_off;
  options.limits = {.max_rows = 1000, .max_columns = 50, .max_cell_characters = 300, .max_row_bytes = 4000};
  return options;
}

void comes_back(std::vector<std::string> const& texts) {
  csv::Writer writer;
  writer.add_row(texts);
  auto reader = csv::Reader::open_bytes(writer.take(), {.separator = ','});
  must(reader.ok(), "an exported file opens");
  std::vector<table::Cell> cells;
  auto more = (*reader)->next(cells);
  must(more.ok(), "an exported row can be read");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto const read = *more && i < cells.size() ? cells[i].text : std::string();
    must(read == texts[i], "an exported cell comes back as it was");
  }
}

}  // namespace zx::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace zx;
  fuzz::Input input(data, size);
  auto const choice = input.number();
  if (choice < 200) {
    auto const bytes = input.rest();
    if (auto reader = csv::Reader::open_view(bytes, fuzz::small(choice))) fuzz::read_rows(**reader);
    return 0;
  }
  std::vector<std::string> texts;
  for (int i = 0; i < 3; ++i) {
    auto text = input.text();
    if (!text::is_valid_utf8(text) || text.find('\r') != std::string::npos) return 0;
    texts.push_back(std::move(text));
  }
  fuzz::comes_back(texts);
  return 0;
}
