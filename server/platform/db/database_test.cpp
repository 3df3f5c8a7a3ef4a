// Statements, parameters and rows: the contract of database.hpp, held on both engines.

#include "platform/db/database_contract.hpp"

namespace zx::db {

enum class Mood { calm, angry };
BOOST_DESCRIBE_ENUM(Mood, calm, angry)

using SampleId = Id<struct SampleTag>;

struct Sample {
  SampleId id;
  bool flag = false;
  std::int64_t count = 0;
  int small = 0;
  std::string words;
  Instant at;
  Date day;
  TimeOfDay hour;
  Decimal score;
  Money price;
  Mood mood = Mood::calm;
  std::vector<std::uint8_t> blob;
  std::optional<Uuid> maybe_uuid;
  std::optional<std::string> maybe_words;
  std::optional<bool> maybe_flag;
  std::optional<Date> maybe_day;
  std::optional<Mood> maybe_mood;
  std::optional<std::int64_t> maybe_count;
  std::optional<std::vector<std::uint8_t>> maybe_blob;
  bool operator==(Sample const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (id, flag, count, small, words, at, day, hour, score, price, mood, blob, maybe_uuid, maybe_words, maybe_flag, maybe_day, maybe_mood,
                       maybe_count, maybe_blob))

namespace {

constexpr Statement insert_sample = same("insert_sample",
                                         "INSERT INTO sample (id, flag, count, small, words, at, day, hour, score, price, mood, blob, maybe_uuid, maybe_words, "
                                         "maybe_flag, maybe_day, maybe_mood, maybe_count, maybe_blob)"
                                         " VALUES (:id, :flag, :count, :small, :words, :at, :day, :hour, :score, :price, :mood, :blob, :maybe_uuid, "
                                         ":maybe_words, :maybe_flag, :maybe_day, :maybe_mood, :maybe_count, :maybe_blob)");
constexpr auto find_sample = same("find_sample", "SELECT * FROM sample WHERE id = :id");

INSTANTIATE_TEST_SUITE_P(Both, DatabaseContract, testing::Values(Engine::sqlite, Engine::postgres),
                         [](auto const& info) { return info.param == Engine::sqlite ? "sqlite" : "postgres"; });

Sample full_sample() {
  return {.id = SampleId::make(),
          .flag = true,
          .count = -9'000'000'000'000'000'000,
          .small = -7,
          .words = "知行 'quoted' \\ :name",
          .at = {1'790'000'000'123},
          .day = {2026, 11, 20},
          .hour = {545},
          .score = *Decimal::parse("-12.345678"),
          .price = {-5},
          .mood = Mood::angry,
          .blob = {0, 1, 255, 0},
          .maybe_uuid = Uuid::v7(),
          .maybe_words = "",
          .maybe_flag = false,
          .maybe_day = Date{1999, 1, 2},
          .maybe_mood = Mood::calm,
          .maybe_count = 0,
          .maybe_blob = std::vector<std::uint8_t>{}};
}

TEST_P(DatabaseContract, every_type_comes_back_as_it_went) {
  auto const full = full_sample();
  auto const empty = Sample{.id = SampleId::make()};
  std::ignore = db().write([&](Transaction& tx) -> Result<void> {
    tx.execute(insert_sample, Parameters::of(full));
    tx.enqueue(insert_sample, Parameters::of(empty));
    return {};
  });
  auto find = [&](SampleId id) { return db().read([&](Executor& r) { return r.sure<Sample>(find_sample, {{"id", id}}); }); };
  EXPECT_EQ(find(full.id), full);
  EXPECT_EQ(find(empty.id), empty);
}

TEST_P(DatabaseContract, a_null_does_not_fit_into_a_member_that_is_not_optional) {
  constexpr auto null_text = same("null_text", "SELECT CAST(NULL AS text) AS code, CAST(1 AS bigint) AS id");
  try {
    db().read([&](Executor& r) { return r.all<Item>(null_text); });
    FAIL();
  } catch (std::logic_error const& error) { EXPECT_EQ(std::string(error.what()), "statement null_text: column code is null, but its member is not optional"); }
}

TEST_P(DatabaseContract, a_missing_column_and_a_wrong_type_are_named) {
  constexpr auto no_code = same("no_code", "SELECT CAST(1 AS bigint) AS id");
  constexpr auto text_id = same("text_id", "SELECT 'x' AS id, 'x' AS code");
  EXPECT_THROW(db().read([&](Executor& r) { return r.all<Item>(no_code); }), std::logic_error);
  EXPECT_THROW(db().read([&](Executor& r) { return r.all<Item>(text_id); }), std::logic_error);
}

TEST_P(DatabaseContract, missing_and_needless_parameters_are_named) {
  auto complaint = [&](Parameters const& parameters) -> std::string {
    try {
      std::ignore = db().write([&](Transaction& tx) -> Result<void> { return tx.execute(insert_item, parameters), Result<void>(); });
    } catch (std::logic_error const& error) { return error.what(); }
    return "";
  };
  EXPECT_EQ(complaint({{"id", 1}, {"code", "a"}}), "statement insert_item misses the parameter :size");
  EXPECT_EQ(complaint({{"id", 1}, {"code", "a"}, {"size", 1}, {"colour", "red"}}), "statement insert_item does not use the parameter :colour");
  EXPECT_EQ(complaint(Parameters::of(full_sample()).and_("id", 1).and_("code", "a").and_("size", 1)), "");
}

TEST_P(DatabaseContract, one_all_sure_and_each_read_what_was_written) {
  ASSERT_TRUE(add(1, "a"));
  ASSERT_TRUE(add(2, "b"));
  auto const sorted = Composed(list_items) += by_id;
  db().read([&](Executor& r) {
    std::string codes;
    r.each(sorted, {}, [&](Row const& row) { codes += read_row<Item>(row).code; });
    EXPECT_EQ(codes, "ab");
    EXPECT_EQ(r.all<std::string>(sorted), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(r.one<Item>(sorted)->code, "a");
    EXPECT_THROW(r.sure<Item>(Composed(list_items) += where_id, {{"id", 3}}), std::logic_error);
  });
}

TEST_P(DatabaseContract, a_statement_may_run_again_within_its_own_rows) {
  ASSERT_TRUE(add(1, "a"));
  ASSERT_TRUE(add(2, "b"));
  int pairs = 0;
  db().read([&](Executor& r) { r.each(list_items, {}, [&](Row const&) { pairs += static_cast<int>(r.all<Item>(list_items).size()); }); });
  EXPECT_EQ(pairs, 4);
}

TEST_P(DatabaseContract, composed_statements_are_told_apart_even_at_the_same_address) {
  for (int i = 1; i <= 3; ++i) ASSERT_TRUE(add(i, std::to_string(i)));
  for (int round = 0; round < 3; ++round) {
    db().read([&](Executor& r) {
      EXPECT_EQ(r.all<Item>((Composed(list_items) += where_id) += by_id, {{"id", 2}}).size(), 1u);
      EXPECT_EQ(r.all<Item>(Composed(list_items) += by_id).size(), 3u);
    });
  }
  // More combinations than the cache keeps.
  for (int i = 0; i < 1100; ++i) {
    auto const sql = "SELECT code, id FROM item WHERE id <> " + std::to_string(1000 + i);
    EXPECT_EQ(db().read([&](Executor& r) { return r.all<Item>(same("generated", sql)).size(); }), 3u);
  }
}

TEST_P(DatabaseContract, execute_tells_how_many_rows_it_touched) {
  for (int i = 1; i <= 3; ++i) ASSERT_TRUE(add(i, std::to_string(i)));
  auto touched = [&](int up_to) {
    return *db().write([&](Transaction& tx) -> Result<std::int64_t> { return tx.execute(resize, {{"size", 5}, {"up_to", up_to}}); });
  };
  EXPECT_EQ(touched(2), 2);
  EXPECT_EQ(touched(0), 0);
}

TEST_P(DatabaseContract, an_insert_may_return_its_row) {
  auto const item = db().write([&](Transaction& tx) -> Result<Item> { return tx.sure<Item>(insert_returning, {{"id", 5}, {"code", "five"}}); });
  EXPECT_EQ(item->code, "five");
  EXPECT_EQ(items(), 1);
}

TEST_P(DatabaseContract, a_plan_outdated_by_an_altered_table_is_made_anew) {
  constexpr auto everything = same("everything", "SELECT * FROM item");
  ASSERT_TRUE(add(1, "a"));
  for (int i = 0; i < 2; ++i) EXPECT_EQ(db().read([&](Executor& r) { return r.all<Item>(everything).size(); }), 1u);
  db().run_script("ALTER TABLE item ADD COLUMN note text");
  EXPECT_EQ(db().read([&](Executor& r) { return r.all<Item>(everything).size(); }), 1u);
}

TEST_P(DatabaseContract, a_statement_of_the_other_engine_is_refused) {
  constexpr Statement neither{"neither", "", ""};
  EXPECT_THROW(db().read([&](Executor& r) { return r.all<Item>(neither); }), std::logic_error);
}

TEST_P(DatabaseContract, check_is_content_with_a_healthy_database) {
  EXPECT_NO_THROW(db().check());
  ASSERT_TRUE(add(1, "a"));
  EXPECT_FALSE(db().figures().empty());
}

}  // namespace
}  // namespace zx::db
