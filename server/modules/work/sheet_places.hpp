#pragma once
// IN lists have as many places as their statement: fifty here. Private to work.

#include <array>
#include <string_view>
#include <vector>

#include "platform/db/parameters.hpp"

namespace zx::work::sheet {

using Places = std::array<std::string_view, 50>;
inline constexpr Places title_places = {"title1",  "title2",  "title3",  "title4",  "title5",  "title6",  "title7",  "title8",  "title9",  "title10",
                                        "title11", "title12", "title13", "title14", "title15", "title16", "title17", "title18", "title19", "title20",
                                        "title21", "title22", "title23", "title24", "title25", "title26", "title27", "title28", "title29", "title30",
                                        "title31", "title32", "title33", "title34", "title35", "title36", "title37", "title38", "title39", "title40",
                                        "title41", "title42", "title43", "title44", "title45", "title46", "title47", "title48", "title49", "title50"};
/// Calls `use` with the parameters of every fifty values; the last ones' missing places repeat their first.
template <class T, class F>
void for_each_fifty(std::vector<T> const& values, Places const& places, F&& use) {
  for (std::size_t first = 0; first < values.size(); first += places.size()) {
    db::Parameters parameters;
    for (std::size_t i = 0; i < places.size(); ++i) parameters.set(places[i], db::Value(values[first + i < values.size() ? first + i : first]));
    use(std::move(parameters));
  }
}

}  // namespace zx::work::sheet
