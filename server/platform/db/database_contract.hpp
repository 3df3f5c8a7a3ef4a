#pragma once
// For the tests of database.hpp's contract: one small schema on each engine.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <tuple>

#include "platform/db/test_database.hpp"

namespace zx::db {

struct Item {
  std::int64_t id = 0;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(Item, (), (id, code))

constexpr Statement same(std::string_view name, std::string_view sql) { return {name, sql, sql}; }

inline constexpr auto insert_item = same("insert_item", "INSERT INTO item (id, code, size) VALUES (:id, :code, :size)");
inline constexpr auto insert_part = same("insert_part", "INSERT INTO part (id, item) VALUES (:id, :item)");
inline constexpr auto insert_returning = same("insert_returning", "INSERT INTO item (id, code, size) VALUES (:id, :code, 1) RETURNING id, code");
inline constexpr auto count_items = same("count_items", "SELECT count(*) FROM item");
inline constexpr auto list_items = same("list_items", "SELECT code, id FROM item");
inline constexpr auto where_id = same("where_id", "WHERE id = :id");
inline constexpr auto by_id = same("by_id", "ORDER BY id");
inline constexpr auto resize = same("resize", "UPDATE item SET size = :size WHERE id <= :up_to");

inline constexpr char const* contract_schema = R"(
  CREATE TABLE item (id bigint PRIMARY KEY, code text NOT NULL, size bigint NOT NULL, CONSTRAINT item_size_positive CHECK (size > 0));
  CREATE UNIQUE INDEX item_code ON item (code);
  CREATE TABLE part (id bigint PRIMARY KEY, item bigint NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY IMMEDIATE, label text UNIQUE);
  CREATE TABLE late_part (id bigint PRIMARY KEY, item bigint NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED);
  CREATE TABLE sample (
    id uuid PRIMARY KEY, flag boolean NOT NULL, count bigint NOT NULL, small bigint NOT NULL, words text NOT NULL, at bigint NOT NULL,
    day text NOT NULL, hour text NOT NULL, score bigint NOT NULL, price bigint NOT NULL, mood text NOT NULL, blob )";

class DatabaseContract : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (!TestDatabase::is_available(GetParam())) GTEST_SKIP() << TestDatabase::how_to_enable;
    test_.emplace(GetParam());
    auto const bytes = std::string(GetParam() == Engine::sqlite ? "blob" : "bytea");
    db().run_script(contract_schema + bytes +
                    " NOT NULL, maybe_uuid uuid, maybe_words text, maybe_flag boolean, maybe_day text, maybe_mood text, maybe_count bigint, maybe_blob " +
                    bytes + ");");
  }

  Database& db() { return **test_; }
  std::int64_t items() {
    return db().read([](Executor& r) { return r.sure<std::int64_t>(count_items); });
  }
  Result<void> add(std::int64_t id, std::string const& code, int size = 1) {
    return db().write([&](Transaction& tx) -> Result<void> {
      tx.execute(insert_item, {{"id", id}, {"code", code}, {"size", size}});
      return {};
    });
  }
  std::string violated(Statement const& statement, Parameters const& parameters) {
    try {
      std::ignore = db().write([&](Transaction& tx) -> Result<void> {
        tx.execute(statement, parameters);
        return {};
      });
    } catch (ConstraintViolation const& violation) { return violation.constraint; }
    return "nothing";
  }

  std::optional<TestDatabase> test_;
};

}  // namespace zx::db
