#include "modules/customer/products.hpp"

#include "modules/customer/rules.hpp"
#include "modules/customer/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::customer {
namespace {

std::vector<ProductView> products_by(ReadContext const& ctx, db::Statement const& fragment, db::Parameters parameters) {
  db::Composed statement(sql::products);
  statement += fragment;
  return ctx.db.all<ProductView>(statement, parameters.set("org", ctx.actor.organization));
}

ProductView patched(ProductView product, ProductPatch const& patch, Instant now) {
  if (patch.code) product.code = text::trim(*patch.code);
  if (patch.name) product.name = text::trim(*patch.name);
  if (!patch.unit.is_absent()) product.unit = patch.unit.has_value() ? std::string(text::trim(patch.unit.value())) : std::string{};
  if (patch.closed && !*patch.closed) product.closed_at.reset();
  if (patch.closed.value_or(false) && !product.closed_at) product.closed_at = now;
  return product;
}

std::vector<timeline::Change> changes_between(ProductView const& before, ProductView const& after) {
  std::vector<timeline::Change> changes;
  auto note = [&](std::string field, std::string const& from, std::string const& to) {
    if (from != to) changes.push_back({std::move(field), from, to});
  };
  auto text = [](std::optional<Instant> at) { return at ? at->text() : std::string{}; };
  note("code", before.code, after.code);
  note("name", before.name, after.name);
  note("unit", before.unit, after.unit);
  note("closed_at", text(before.closed_at), text(after.closed_at));
  return changes;
}

void tell(Context const& ctx, ProductId id, std::string_view event, std::vector<timeline::Change> changes) {
  timeline::append(ctx, {"product", id.uuid}, event, std::move(changes));
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, text = id.text()] { services.notify_pages(org, "product", text); });
}

}  // namespace

std::vector<ProductView> products(ReadContext const& ctx) { return products_by(ctx, sql::in_code_order, {}); }

std::map<std::string, ProductView> find_products_by_code(ReadContext const& ctx, std::vector<std::string> const& codes) {
  std::map<std::string, ProductView> found;
  if (codes.empty()) return found;
  for (auto& product : products_by(ctx, sql::products_coded, {{"texts", to_json(codes)}})) found.emplace(product.code, std::move(product));
  return found;
}

Result<ProductView> add_product(Context& ctx, NewProductForm const& form) {
  if (auto errors = rules::wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  ProductView product{.id = ProductId::make(),
                      .code = std::string(text::trim(form.code)),
                      .name = std::string(text::trim(form.name)),
                      .unit = std::string(text::trim(form.unit.value_or("")))};
  ctx.db.execute(sql::insert_product, db::Parameters::of(product).and_("org", ctx.actor.organization).and_("now", ctx.now));
  tell(ctx, product.id, "product.added", changes_between({}, product));
  return product;
}

Result<ProductView> change_product(Context& ctx, ProductId id, std::int64_t version, ProductPatch const& patch) {
  auto const found = products_by(ctx, sql::product_of_id, {{"id", id}});
  if (found.empty()) return Refusal::not_found("customer.product_not_found");
  auto const& before = found.front();
  if (before.version != version) return Refusal::stale("request.stale");
  auto after = patched(before, patch, ctx.now);
  if (auto errors = rules::wrong_fields(NewProductForm{after.code, after.name, after.unit}); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto changes = changes_between(before, after);
  if (changes.empty()) return before;
  if (ctx.db.execute(sql::update_product, db::Parameters::of(after).and_("org", ctx.actor.organization)) == 0) return Refusal::stale("request.stale");
  tell(ctx, id, "product.changed", std::move(changes));
  after.version += 1;
  return after;
}

}  // namespace zx::customer
