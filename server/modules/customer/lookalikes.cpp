#include "modules/customer/lookalikes.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "modules/customer/rules.hpp"
#include "modules/customer/sql.hpp"
#include "modules/customer/store.hpp"

namespace zx::customer {
namespace {

constexpr std::size_t most_named = 5;

struct KnownName {
  CustomerId id;
  std::string number;
  std::string name;
  std::string name_key;
};
BOOST_DESCRIBE_STRUCT(KnownName, (), (id, number, name, name_key))

void add_once(std::vector<Lookalike>& all, KnownName known) {
  if (std::ranges::find(all, known.id, &Lookalike::id) == all.end()) all.push_back({known.id, std::move(known.number), std::move(known.name)});
}

std::vector<KnownName> alike_in_name(ReadContext const& ctx, std::string const& key) {
  auto const range = rules::pairs_alike_to(rules::count_pairs(key));
  auto known = ctx.db.all<KnownName>(sql::alike_in_name, {{"org", ctx.actor.organization}, {"least", range.least}, {"most", range.most}});
  std::erase_if(known, [&](auto const& one) { return rules::similarity(key, one.name_key) < rules::alike_from; });
  std::ranges::stable_sort(known, std::greater{}, [&](auto const& one) { return rules::similarity(key, one.name_key); });
  return known;
}

}  // namespace

std::vector<Lookalike> lookalikes_of(ReadContext const& ctx, std::string_view name, std::vector<std::string> const& phones) {
  std::vector<Lookalike> all;
  for (auto& known : alike_in_name(ctx, rules::name_key(name))) add_once(all, std::move(known));
  for (auto const& phone : phones) {
    auto const key = rules::phone_key(phone);
    if (!key) continue;
    for (auto& known : ctx.db.all<KnownName>(sql::alike_in_phone, {{"org", ctx.actor.organization}, {"phone_key", *key}})) add_once(all, std::move(known));
  }
  return all;
}

Result<void> refuse_lookalikes(ReadContext const& ctx, std::vector<Lookalike> const& others) {
  if (others.empty()) return {};
  std::string named;
  std::size_t seen = 0;
  for (auto const& other : others) {
    if (!store::find_visible(ctx, other.id, permissions::read)) continue;
    if (++seen <= most_named) named += (named.empty() ? "" : "、") + other.number + " " + other.name;
  }
  RefusalArguments arguments{{"customers", named}, {"hidden", std::to_string(others.size() - seen)}};
  if (seen == 0) return Refusal::conflict("customer.looks_like_hidden", std::move(arguments));
  return Refusal::conflict("customer.looks_like", std::move(arguments));
}

void NameIndex::add(std::string key) {
  auto const at = static_cast<std::uint32_t>(keys_.size());
  for (auto pair : rules::pairs_of(key)) {
    auto& names = names_with_[pair];
    if (names.empty() || names.back() != at) names.push_back(at);
  }
  keys_.push_back(std::move(key));
}

// Alike keys share at least ⌈a·t/(2−t)⌉ of this one's a pairs, so at least one of any a − that + 1 of them: the rarest ones.
std::vector<std::size_t> NameIndex::alike_to(std::string const& key) const {
  static std::vector<std::uint32_t> const nobody;
  std::vector<std::vector<std::uint32_t> const*> with;
  for (auto pair : rules::pairs_of(key)) {
    auto found = names_with_.find(pair);
    with.push_back(found == names_with_.end() ? &nobody : &found->second);
  }
  std::ranges::sort(with, {}, [](auto const* names) { return names->size(); });
  auto const shared = static_cast<std::size_t>(rules::pairs_alike_to(static_cast<std::int64_t>(with.size())).least);
  with.resize(with.size() - std::min(with.size(), shared) + (with.empty() ? 0 : 1));
  std::set<std::size_t> alike;
  for (auto const* names : with)
    for (auto at : *names)
      if (!alike.contains(at) && rules::similarity(key, keys_[at]) >= rules::alike_from) alike.insert(at);
  return {alike.begin(), alike.end()};
}

}  // namespace zx::customer
