#include "platform/base/json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace zx {
namespace {

enum class Mood { calm, delete_ };
BOOST_DESCRIBE_ENUM(Mood, calm, delete_)

struct Line {
  std::string title;
  std::optional<Instant> due_at;
  bool operator==(Line const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (title, due_at))

struct Sheet {
  Id<struct SheetTag> id;
  bool done = false;
  int count = 0;
  std::int64_t big = 0;
  Date day;
  TimeOfDay at;
  Decimal score;
  Money price;
  Mood mood = Mood::calm;
  std::vector<Line> lines;
  std::map<std::string, Line> by_name;
  json::Raw extra;
  bool operator==(Sheet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (id, done, count, big, day, at, score, price, mood, lines, by_name, extra))

struct Change {
  Patch<std::string> title;
  Patch<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(Change, (), (title, due_on))

struct Node {
  std::vector<Node> below;
};
BOOST_DESCRIBE_STRUCT(Node, (), (below))

constexpr auto sheet_text = R"({"id":"018f3b5e-7c1a-7abc-8def-0123456789ab","done":true,"count":-3,"big":9223372036854775807,"day":"2026-11-20",)"
                            R"("at":"09:30","score":"12.5","price":1234,"mood":"delete","lines":[{"title":"甲","due_at":null},)"
                            R"({"title":"乙","due_at":"2026-11-20T09:00:00.000Z"}],"by_name":{"x":{"title":"丙","due_at":null}},"extra":{"a":[1,2.50,"z"]}})";

using Errors = std::vector<std::pair<std::string, std::string>>;

/// Path and code of every field error.
template <class T>
Errors errors_of(std::string_view text) {
  auto const result = from_json<T>(text);
  Errors errors;
  if (result) return errors;
  for (auto const& field : result.refusal().fields) errors.emplace_back(field.path, field.code);
  return errors;
}

template <class T>
std::string code_of(std::string_view text) {
  auto const result = from_json<T>(text);
  return result ? "" : result.refusal().code;
}

TEST(json, every_kind_of_member_is_written_and_read_back) {
  auto const sheet = from_json<Sheet>(sheet_text);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->big, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(sheet->mood, Mood::delete_);
  EXPECT_EQ(sheet->lines[1].due_at, Instant::parse("2026-11-20T09:00Z"));
  EXPECT_EQ(sheet->price, Money{1234});
  EXPECT_EQ(to_json(*sheet), sheet_text);
}

TEST(json, all_wrong_fields_are_reported_at_once_with_their_paths) {
  EXPECT_EQ(errors_of<Sheet>(R"({"id":"x","done":1,"count":"3","big":1.5,"day":"2026-02-30","at":"9","score":true,"price":"1",
                                 "mood":"angry","lines":[{"title":"ok"},{"title":7,"due_at":"soon","extra":1}],
                                 "by_name":{"x":[]},"extra":null,"surplus":0})"),
            (Errors{{"id", "json.expected_id"},
                    {"done", "json.expected_boolean"},
                    {"count", "json.expected_integer"},
                    {"big", "json.expected_integer"},
                    {"day", "json.expected_date"},
                    {"at", "json.expected_time_of_day"},
                    {"score", "json.expected_decimal"},
                    {"price", "json.expected_integer"},
                    {"mood", "json.unknown_word"},
                    {"lines.1.title", "json.expected_string"},
                    {"lines.1.due_at", "json.expected_instant"},
                    {"lines.1.extra", "json.unknown_field"},
                    {"by_name.x", "json.expected_object"},
                    {"surplus", "json.unknown_field"}}));
}

TEST(json, a_field_error_says_what_would_be_right) {
  auto const result = from_json<std::map<std::string, Mood>>(R"({"today":"angry"})");
  EXPECT_EQ(result.refusal().kind, RefusalKind::invalid);
  EXPECT_EQ(result.refusal().code, "request.invalid_fields");
  EXPECT_EQ(result.refusal().fields.at(0), (FieldError{"today", "json.unknown_word", {{"allowed", "calm, delete"}}}));
}

TEST(json, optional_members_may_be_absent_or_null_and_others_may_not) {
  EXPECT_EQ(from_json<Line>(R"({"title":""})").value(), (Line{}));
  EXPECT_EQ(from_json<Line>(R"({"title":"","due_at":null})").value(), (Line{}));
  EXPECT_EQ(errors_of<Line>("{}"), (Errors{{"title", "json.required"}}));
  EXPECT_EQ(errors_of<Line>(R"({"title":null})"), (Errors{{"title", "json.required"}}));
  EXPECT_TRUE(from_json<Node>("{}")->below.empty());
  EXPECT_EQ(errors_of<Node>(R"({"below":null})"), (Errors{{"below", "json.expected_array"}}));
}

TEST(json, a_patch_tells_absent_null_and_value_apart) {
  auto const change = from_json<Change>(R"({"due_on":null})").value();
  EXPECT_TRUE(change.title.is_absent());
  EXPECT_TRUE(change.due_on.is_null());
  EXPECT_EQ(from_json<Change>(R"({"title":"x"})")->title.value(), "x");
  EXPECT_EQ(to_json(change), R"({"due_on":null})");
  EXPECT_EQ(errors_of<Change>(R"({"due_on":"x"})"), (Errors{{"due_on", "json.expected_date"}}));
}

TEST(json, the_root_must_fit_too) {
  EXPECT_EQ(errors_of<Line>("[]"), (Errors{{"", "json.expected_object"}}));
  EXPECT_EQ(errors_of<std::vector<Line>>(R"([{"title":"a"},5])"), (Errors{{"1", "json.expected_object"}}));
}

TEST(json, decimals_keep_the_digits_of_a_number) {
  EXPECT_EQ(from_json<Decimal>("0.100000")->text(), "0.1");
  EXPECT_EQ(from_json<Decimal>("123456789012.123456")->text(), "123456789012.123456");
  EXPECT_EQ(from_json<Decimal>("\"7\"")->text(), "7");
  EXPECT_EQ(errors_of<Decimal>("1e3"), (Errors{{"", "json.expected_decimal"}}));
  EXPECT_EQ(errors_of<Decimal>("0.1234567"), (Errors{{"", "json.expected_decimal"}}));
}

TEST(json, integers_outside_their_type_are_refused) {
  EXPECT_EQ(errors_of<int>("2147483648"), (Errors{{"", "json.number_out_of_range"}}));
  EXPECT_EQ(errors_of<std::int64_t>("9223372036854775808"), (Errors{{"", "json.number_out_of_range"}}));
  EXPECT_EQ(errors_of<std::int64_t>("-9223372036854775809"), (Errors{{"", "json.number_out_of_range"}}));
  EXPECT_EQ(errors_of<std::int64_t>("123456789012345678901234567890"), (Errors{{"", "json.number_out_of_range"}}));
  EXPECT_EQ(errors_of<unsigned>("-1"), (Errors{{"", "json.number_out_of_range"}}));
  EXPECT_EQ(errors_of<int>("1.0"), (Errors{{"", "json.expected_integer"}}));
  EXPECT_EQ(errors_of<json::Raw>("[18446744073709551616]"), (Errors{{"", "json.number_out_of_range"}}));
  EXPECT_EQ(from_json<std::int64_t>("-9223372036854775808").value(), std::numeric_limits<std::int64_t>::min());
}

TEST(json, malformed_text_is_refused_with_its_position) {
  for (auto text : {"", " ", "{", "{\"title\":}", "{\"title\":\"x\",}", "{} {}", "{}x", "nul", "01", "NaN", "'x'", "\"\\q\"", "\"a\nb\"", "[1 2]", "/**/1"})
    EXPECT_EQ(code_of<json::Raw>(text), "json.malformed") << text;
  EXPECT_EQ(from_json<Line>(R"({"title" 5})").refusal().arguments.at("position"), "9");
}

TEST(json, broken_utf8_and_null_characters_are_refused) {
  for (auto text : {"\"\xff\"", "\"\xe5\xbc\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "\"\\ud800\"", "\"\\udc00\""})
    EXPECT_EQ(code_of<std::string>(text), "json.malformed");
  EXPECT_EQ(from_json<std::string>("\"\\ud842\\udfb7\\u5f20\"").value(), "𠮷张");
  EXPECT_EQ(errors_of<std::string>("\"a\\u0000b\""), (Errors{{"", "json.null_character"}}));
}

std::string nested(int levels) { return std::string(levels, '[') + std::string(levels, ']'); }

TEST(json, thirty_two_levels_are_enough) {
  EXPECT_TRUE(from_json<json::Raw>(nested(32)));
  EXPECT_EQ(code_of<json::Raw>(nested(33)), "json.too_deep");
  EXPECT_EQ(code_of<json::Raw>(nested(100'000)), "json.too_deep");
}

TEST(json, a_repeated_key_is_refused_by_name) {
  auto const result = from_json<Line>(R"({"title":"a","title":"b"})");
  EXPECT_EQ(result.refusal().code, "json.duplicate_key");
  EXPECT_EQ(result.refusal().arguments.at("name"), "title");
  EXPECT_EQ(code_of<json::Raw>(R"([{"a":{"b":1,"\u0062":2}}])"), "json.duplicate_key");
}

TEST(json, a_hostile_document_gets_a_short_answer) {
  std::string many = "[0";
  for (int i = 0; i < 50'000; ++i) many += ",0";
  EXPECT_EQ(errors_of<std::vector<Line>>(many + "]").size(), 100u);
}

TEST(json, every_byte_at_every_place_comes_back_as_it_was) {
  for (std::size_t length : {1, 7, 8, 9, 16, 23}) {
    for (std::size_t place = 0; place < length; ++place) {
      for (int byte = 1; byte < 128; ++byte) {  // no text has a zero byte
        std::string text(length, 'x');
        text[place] = static_cast<char>(byte);
        auto const written = to_json(text);
        ASSERT_EQ(from_json<std::string>(written).value(), text) << byte << " at " << place;
        ASSERT_TRUE(std::ranges::none_of(written, [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
      }
    }
  }
  EXPECT_EQ(to_json(std::string("工程部“水管”说明第一行")), "\"工程部“水管”说明第一行\"");
}

TEST(json, strings_of_any_kind_are_escaped) {
  std::string every;
  for (int c = 1; c < 128; ++c) every += static_cast<char>(c);
  every += "张𠮷é\"\\";
  EXPECT_EQ(from_json<std::string>(to_json(every)).value(), every);
  EXPECT_EQ(to_json(std::string("a\"\\\n\x01")), R"("a\"\\\n\u0001")");
  EXPECT_EQ(to_json(std::string("\0", 1)), R"("\u0000")");
}

TEST(json, the_writer_places_commas) {
  json::Writer writer;
  writer.begin_object().key("a").begin_array().integer(1).string("b").boolean(false).null().begin_object().end_object().end_array();
  writer.key("c").raw("[2]").end_object();
  EXPECT_EQ(writer.text(), R"({"a":[1,"b",false,null,{}],"c":[2]})");
}

TEST(json_value, looks_into_a_document_without_a_struct) {
  auto const value = json::Value::parse(R"( {"year": 2026, "days": [{"name":"元旦","off":true}], "rate": 1.50} )").value();
  EXPECT_EQ(value.find("year")->as_integer(), 2026);
  EXPECT_EQ(value.find("year")->as_string(), std::nullopt);
  EXPECT_EQ(value.find("rate")->as_integer(), std::nullopt);
  EXPECT_EQ(value.find("rate")->number_text(), "1.50");
  auto const day = value.find("days")->items().at(0);
  EXPECT_EQ(day.find("name")->as_string(), "元旦");
  EXPECT_EQ(day.find("off")->as_boolean(), true);
  EXPECT_FALSE(day.find("missing"));
  EXPECT_FALSE(day.find("name")->find("x"));
  EXPECT_EQ(value.members().at(1).first, "days");
  EXPECT_EQ(value.text(), R"({"year":2026,"days":[{"name":"元旦","off":true}],"rate":1.50})");
}

TEST(json_value, outlives_the_value_it_came_from) {
  std::optional<json::Value> inner;
  {
    auto const outer = json::Value::parse(R"({"a":["kept"]})").value();
    inner = outer.find("a")->items().at(0);
  }
  EXPECT_EQ(inner->as_string(), "kept");
}

class SheetMaker {
 public:
  explicit SheetMaker(unsigned seed) : random_(seed) {}

  Sheet make() {
    Sheet sheet;
    sheet.id = Id<SheetTag>::make();
    sheet.done = below(2) == 1;
    sheet.count = static_cast<int>(random_());
    sheet.big = static_cast<std::int64_t>(random_());
    sheet.day = Date::from_days(static_cast<std::int64_t>(below(100'000)) - 30'000);
    sheet.at = {static_cast<int>(below(1'441))};
    sheet.score = Decimal::from_millionths(static_cast<std::int64_t>(random_()));
    sheet.price = {static_cast<std::int64_t>(random_())};
    sheet.mood = below(2) == 1 ? Mood::calm : Mood::delete_;
    for (auto n = below(5); n > 0; --n) sheet.lines.push_back(line());
    for (auto n = below(5); n > 0; --n) sheet.by_name[text()] = line();
    sheet.extra.text = to_json(sheet.lines);
    return sheet;
  }

 private:
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  std::string text() {
    static constexpr std::array<std::string_view, 8> pieces{"a", "\"", "\\", "\n", "张", "𠮷", "\x1f", "/"};
    std::string text;
    for (auto n = below(12); n > 0; --n) text += pieces[below(pieces.size())];
    return text;
  }
  Line line() {
    Line line{.title = text()};
    if (below(2) == 1) line.due_at = Instant{static_cast<std::int64_t>(below(4'000'000'000'000))};
    return line;
  }
  std::mt19937_64 random_;
};

TEST(json, any_struct_reads_back_as_it_was_written) {
  SheetMaker maker(17);
  for (int i = 0; i < 2'000; ++i) {
    auto const sheet = maker.make();
    auto const text = to_json(sheet);
    auto const read = from_json<Sheet>(text);
    ASSERT_TRUE(read) << text;
    ASSERT_EQ(*read, sheet) << text;
  }
}

TEST(json, a_damaged_document_is_refused_or_read_but_never_breaks) {
  std::mt19937_64 random(19);
  int refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string damaged = sheet_text;
    for (auto n = random() % 3 + 1; n > 0; --n) damaged[random() % damaged.size()] = static_cast<char>(random());
    auto const result = from_json<Sheet>(damaged);
    if (result) continue;
    ++refused;
    ASSERT_EQ(result.refusal().kind, RefusalKind::invalid);
  }
  EXPECT_GT(refused, 10'000);
}

}  // namespace
}  // namespace zx
