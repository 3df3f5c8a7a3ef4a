// Bodies of requests: read as a form with every kind of member, and as a document without one.
#include <map>

#include "fuzz.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/json.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"

namespace zx::fuzz {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Line {
  std::string text;
  std::optional<Decimal> amount;
};
BOOST_DESCRIBE_STRUCT(Line, (), (text, amount))

struct Form {
  bool yes = false;
  int small = 0;
  std::int64_t large = 0;
  std::uint8_t tiny = 0;
  std::string text;
  Uuid id;
  Instant at;
  std::optional<Date> on;
  std::optional<TimeOfDay> time;
  Money money;
  Colour colour = Colour::red;
  Patch<std::string> note;
  std::vector<Line> lines;
  std::map<std::string, std::vector<int>> by_name;
  json::Raw raw;
};
BOOST_DESCRIBE_STRUCT(Form, (), (yes, small, large, tiny, text, id, at, on, time, money, colour, note, lines, by_name, raw))

void document(std::string const& text) {
  auto value = json::Value::parse(text);
  if (!value) return;
  auto const written = value->text();
  auto again = json::Value::parse(written);
  must(again.ok(), "what we write we can read");
  must(again->text() == written, "what was written and read is written the same");
}

void form(std::string const& text) {
  auto read = from_json<Form>(text);
  if (!read) return;
  auto const written = to_json(*read);
  auto again = from_json<Form>(written);
  must(again.ok(), "a form we write we can read");
  must(to_json(*again) == written, "a form that was written and read is written the same");
}

}  // namespace zx::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(data), size);
  zx::fuzz::document(text);
  zx::fuzz::form(text);
  return 0;
}
