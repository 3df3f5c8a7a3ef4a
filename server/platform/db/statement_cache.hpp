#pragma once
// One connection's prepared statements by their SQL.

#include <algorithm>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace zx::db {

/// `Prepared` owns a copy of its SQL (`std::string sql`) and says whether it is `in_use`. Constants are found by their
/// address; the text is compared all the same, since a Composed may stand where another one stood before.
template <class Prepared>
class StatementCache {
 public:
  Prepared* find(std::string_view sql) {
    if (auto known = by_address_.find(sql.data()); known != by_address_.end() && known->second->sql == sql) return known->second;
    auto found = by_text_.find(sql);
    if (found == by_text_.end()) return nullptr;
    remember_address(sql, found->second.get());
    return found->second.get();
  }

  Prepared& keep(std::unique_ptr<Prepared> prepared, std::string_view sql) {
    auto& kept = *prepared;
    by_text_.emplace(kept.sql, std::move(prepared));
    remember_address(sql, &kept);
    return kept;
  }

  bool is_full() const { return by_text_.size() >= capacity; }

  /// Many combinations of filters would otherwise pile up for ever. `forget` is told of each one dropped.
  template <class F>
  void drop_idle(F&& forget) {
    by_address_.clear();
    std::erase_if(by_text_, [&](auto const& entry) {
      if (entry.second->in_use) return false;
      forget(*entry.second);
      return true;
    });
  }

  void clear() {
    by_address_.clear();
    by_text_.clear();
  }

 private:
  static constexpr std::size_t capacity = 1000;

  void remember_address(std::string_view sql, Prepared* prepared) {
    if (by_address_.size() >= 4 * capacity) by_address_.clear();
    by_address_[sql.data()] = prepared;
  }

  std::unordered_map<std::string_view, std::unique_ptr<Prepared>> by_text_;
  std::unordered_map<char const*, Prepared*> by_address_;
};

}  // namespace zx::db
