#pragma once
// The ordinary days of the demo company: the same jobs again and again at other places, most of them done in time.

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/demo/story.hpp"

namespace zx::app::demo {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// least … most, both possible.
  std::int64_t between(std::int64_t least, std::int64_t most);
  bool one_in(std::int64_t n) { return between(1, n) == 1; }
  template <class Range>
  auto const& one_of(Range const& range) {
    return range[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(std::size(range)) - 1))];
  }

 private:
  std::uint64_t state_;
};

enum class Place { flat, building, lift, indoors, outdoors };

/// What was found, and what was done about it.
struct Look {
  std::string_view finding;
  std::string_view solution;
};

/// A job that comes up again and again. "{place}" in a text is where.
struct Job {
  std::string_view kind;
  std::string_view title;
  std::string_view description;
  Place place;
  std::string_view tag;
  std::int64_t importance;
  std::int64_t hours;  ///< working hours it may take
  std::vector<std::string_view> registered_by;
  std::vector<std::string_view> done_by;
  std::vector<Look> looks;  ///< one follow-up each
  std::string_view result;
  std::string_view note;  ///< with which the owner closes it
  std::vector<std::string_view> standard = {};
};

std::vector<Job> const& repair_jobs();
std::vector<Job> const& other_jobs();

/// `count` stories over the last half year, more of them lately.
std::vector<Story> everyday_stories(Past const& on, int count, std::uint64_t seed);

}  // namespace zx::app::demo
