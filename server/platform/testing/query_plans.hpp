#pragma once
// What the database means to do for each statement a query runs:
//
//   QueryPlans plans{executor};
//   work::list({actor, now, plans, services}, query);
//   EXPECT_EQ(plans.scans(), "");
//
// On PostgreSQL reading a whole table is forbidden while plans are made, as if the table were large: it is planned only where
// no index serves. Whether rows come sorted depends there on how many there are, so `sorts` speaks of SQLite alone.

#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace zx::fixture {

struct PlanStep {
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(PlanStep, (), (detail))

/// Runs statements on another executor and notes the plan of each.
class QueryPlans final : public db::Executor {
 public:
  explicit QueryPlans(db::Executor& inner) : inner_(inner) {
    if (engine() == db::Engine::postgres) inner_.execute({"no_whole_tables", "", "SET LOCAL enable_seqscan = off"});
  }

  db::Engine engine() const override { return inner_.engine(); }
  std::int64_t execute(db::Statement const& statement, db::Parameters const& parameters) override { return inner_.execute(statement, parameters); }
  void enqueue(db::Statement const& statement, db::Parameters const& parameters) override { inner_.enqueue(statement, parameters); }

  /// One line per step of every plan.
  std::string text() const {
    std::string all;
    for (auto const& step : steps_) all += step + "\n";
    return all;
  }
  /// The steps that walk through a whole table or index; nothing is what one wishes. (A full-text MATCH is called a scan.)
  std::string scans() const {
    if (engine() == db::Engine::postgres) return those_with("Seq Scan on", {});
    return those_with("SCAN ", {"CONSTANT ROW", "SCAN (subquery", "VIRTUAL TABLE"});
  }
  /// The steps that collect everything before the first row can be given.
  std::string sorts() const { return those_with("FOR ORDER BY", {}); }

 protected:
  void run(db::Statement const& statement, db::Parameters const& parameters, std::function<void(db::Row const&)> const& use) override {
    if (engine() == db::Engine::sqlite) {
      auto explain = "EXPLAIN QUERY PLAN " + std::string(statement.sqlite);
      for (auto& step : inner_.all<PlanStep>({"explain", explain, ""}, parameters)) steps_.push_back(std::move(step.detail));
    } else {
      auto explain = "EXPLAIN (COSTS OFF) " + std::string(statement.postgres);
      for (auto& line : inner_.all<std::string>({"explain", "", explain}, parameters)) steps_.push_back(std::move(line));
    }
    inner_.each(statement, parameters, use);
  }

 private:
  std::string those_with(std::string_view word, std::vector<std::string> harmless) const {
    // The rows of a sub-select, which has steps of its own.
    for (auto const& step : steps_)
      for (std::string const made : {"CO-ROUTINE ", "MATERIALIZE "})
        if (step.starts_with(made)) harmless.push_back("SCAN " + step.substr(made.size()));
    std::string found;
    for (auto const& step : steps_) {
      bool is_harmless = false;
      for (auto const& each : harmless) is_harmless |= step.find(each) != step.npos;
      if (step.find(word) != step.npos && !is_harmless) found += step + "\n";
    }
    return found;
  }

  db::Executor& inner_;
  std::vector<std::string> steps_;
};

}  // namespace zx::fixture
