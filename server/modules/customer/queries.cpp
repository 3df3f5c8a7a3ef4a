// What other modules ask about customers.

#include "modules/customer/sql.hpp"
#include "modules/customer/store.hpp"
#include "platform/base/json.hpp"

namespace zx::customer {

std::vector<CustomerBrief> customers_named(ReadContext const& ctx, std::vector<CustomerId> const& ids) {
  if (ids.empty()) return {};
  std::vector<std::uint8_t> bytes;
  for (auto const& id : ids) bytes.insert(bytes.end(), id.uuid.bytes.begin(), id.uuid.bytes.end());
  return ctx.db.all<CustomerBrief>(sql::briefs_named, {{"org", ctx.actor.organization}, {"ids", bytes}});
}

std::map<std::string, CustomerBrief> find_by_number(ReadContext const& ctx, std::vector<std::string> const& numbers) {
  std::map<std::string, CustomerBrief> found;
  if (numbers.empty()) return found;
  db::Composed statement(sql::briefs_numbered);
  statement += store::seen_within(ctx.actor.reach(permissions::read));
  for (auto& brief : ctx.db.all<CustomerBrief>(statement, db::Parameters::of(followup::viewer(ctx.actor)).and_("texts", to_json(numbers)))) {
    auto number = brief.number;
    found.emplace(std::move(number), std::move(brief));
  }
  return found;
}

Result<CustomerBrief> visible_customer(ReadContext const& ctx, CustomerId id, std::string_view field) {
  auto found = store::find_visible(ctx, id, permissions::read);
  if (!found) return Refusal::invalid_field(std::string(field), "customer.unknown");
  return CustomerBrief{found->id, std::move(found->number), std::move(found->name), found->tier};
}

}  // namespace zx::customer
