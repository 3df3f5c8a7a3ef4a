#include "modules/customer/sheet_others.hpp"

#include <algorithm>

#include "modules/customer/sql.hpp"
#include "platform/db/database.hpp"

namespace zx::customer::sheet {
namespace {

struct KnownKey {
  CustomerId id;
  std::string name_key;
};
BOOST_DESCRIBE_STRUCT(KnownKey, (), (id, name_key))

struct KnownPhone {
  CustomerId customer_id;
  std::string phone_key;
};
BOOST_DESCRIBE_STRUCT(KnownPhone, (), (customer_id, phone_key))

}  // namespace

Others::Others(ReadContext const& ctx) {
  std::map<CustomerId, std::size_t> places;
  for (auto& known : ctx.db.all<KnownKey>(sql::all_keys, {{"org", ctx.actor.organization}})) {
    places[known.id] = all_.size();
    add_name({known.id, 0}, std::move(known.name_key));
  }
  for (auto& phone : ctx.db.all<KnownPhone>(sql::all_phones, {{"org", ctx.actor.organization}}))
    if (auto place = places.find(phone.customer_id); place != places.end()) with_phone_.emplace(std::move(phone.phone_key), place->second);
}

void Others::add(std::int64_t row, std::string const& key, std::optional<std::string> const& phone) {
  if (phone) with_phone_.emplace(*phone, all_.size());
  add_name({std::nullopt, row}, key);
}

std::optional<Others::Other> Others::called(std::string const& key) const {
  auto found = called_.find(key);
  return found == called_.end() ? std::nullopt : std::optional(all_[found->second]);
}

std::vector<Others::Other> Others::like(std::string const& key, std::optional<std::string> const& phone) const {
  auto places = names_.alike_to(key);
  if (phone)
    for (auto [at, end] = with_phone_.equal_range(*phone); at != end; ++at)
      if (std::ranges::find(places, at->second) == places.end()) places.push_back(at->second);
  std::vector<Other> others;
  for (auto place : places) others.push_back(all_[place]);
  return others;
}

void Others::add_name(Other other, std::string key) {
  called_.emplace(key, all_.size());
  names_.add(std::move(key));
  all_.push_back(other);
}

std::set<std::string> keys_now(ReadContext const& ctx) {
  std::set<std::string> keys;
  for (auto& known : ctx.db.all<KnownKey>(sql::all_keys, {{"org", ctx.actor.organization}})) keys.insert(std::move(known.name_key));
  return keys;
}

}  // namespace zx::customer::sheet
