#include "modules/customer/api.hpp"

#include "modules/customer/customers.hpp"
#include "modules/customer/products.hpp"
#include "modules/customer/sheet_api.hpp"

namespace zx::customer {
namespace {

struct HistoryQuery {
  std::optional<std::int64_t> before;
  std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(HistoryQuery, (), (before, limit))

Result<CustomerId> customer_id(http::Call const& call) { return call.id<CustomerId>(); }

Result<http::Page<CustomerLine>> list_customers(ReadContext const& ctx, http::Call const&, CustomersQuery const& query) { return customers(ctx, query); }
Result<CustomerWords> get_words(ReadContext const& ctx, http::Call const&) { return words_in_use(ctx); }
Result<CustomerView> post_customer(Context& ctx, http::Call const&, NewCustomerForm const& form) { return add_customer(ctx, form); }
Result<CustomerView> get_customer(ReadContext const& ctx, http::Call const& call) { return show_customer(ctx, TRY(customer_id(call))); }
Result<CustomerView> patch_customer(Context& ctx, http::Call const& call, CustomerPatch const& patch) {
  return change_customer(ctx, TRY(customer_id(call)), TRY(call.version()), patch);
}
Result<HandoverResult> post_handover(Context& ctx, http::Call const&, HandoverForm const& form) { return hand_over(ctx, form); }

Result<http::Page<timeline::EntryView>> get_history(ReadContext const& ctx, http::Call const& call, HistoryQuery const& query) {
  auto const limit = query.limit.value_or(50);
  if (limit < 1 || limit > 200) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", "200"}});
  return history_of(ctx, TRY(customer_id(call)), limit, query.before);
}

Result<ContactView> post_contact(Context& ctx, http::Call const& call, NewContactForm const& form) { return add_contact(ctx, TRY(customer_id(call)), form); }
Result<ContactView> patch_contact(Context& ctx, http::Call const& call, ContactPatch const& patch) {
  return change_contact(ctx, TRY(customer_id(call)), TRY(call.id<ContactId>("contact_id")), TRY(call.version()), patch);
}
Result<void> delete_contact(Context& ctx, http::Call const& call) {
  return remove_contact(ctx, TRY(customer_id(call)), TRY(call.id<ContactId>("contact_id")), TRY(call.version()));
}

Result<http::Page<ProductView>> list_products(ReadContext const& ctx, http::Call const&) { return http::Page<ProductView>{products(ctx), {}, {}}; }
Result<ProductView> post_product(Context& ctx, http::Call const&, NewProductForm const& form) { return add_product(ctx, form); }
Result<ProductView> patch_product(Context& ctx, http::Call const& call, ProductPatch const& patch) {
  return change_product(ctx, TRY(call.id<ProductId>()), TRY(call.version()), patch);
}

void customer_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/customers", needs(permissions::read), "Customers, filtered and paged.", &list_customers);
  routes.get("/api/v1/customers/words", needs(permissions::read), "The regions and industries in use.", &get_words);
  routes.post("/api/v1/customers", needs(permissions::manage), "Add a customer with its contacts; 409 when it looks like another one.", &post_customer);
  routes.post("/api/v1/customers/handovers", needs(permissions::manage), "Hand customers over to another account manager; all or none.", &post_handover);
  routes.get("/api/v1/customers/{id}", needs(permissions::read), "One customer with contacts and account managers.", &get_customer);
  routes.patch("/api/v1/customers/{id}", needs(permissions::manage), "Change a customer.", &patch_customer);
  routes.get("/api/v1/customers/{id}/timeline", needs(permissions::read), "Everything that happened, newest first.", &get_history);
  routes.post("/api/v1/customers/{id}/contacts", needs(permissions::manage), "Add a contact.", &post_contact);
  routes.patch("/api/v1/customers/{id}/contacts/{contact_id}", needs(permissions::manage), "Change a contact.", &patch_contact);
  routes.delete_("/api/v1/customers/{id}/contacts/{contact_id}", needs(permissions::manage), "Remove a contact.", &delete_contact);
}

void product_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/products", http::signed_in(), "All products, closed ones too.", &list_products);
  routes.post("/api/v1/products", needs(permissions::products), "Add a product.", &post_product);
  routes.patch("/api/v1/products/{id}", needs(permissions::products), "Change a product, close it or open it again.", &patch_product);
}

}  // namespace

void routes(http::Routes& routes) {
  sheet_routes(routes);
  customer_routes(routes);
  product_routes(routes);
}

}  // namespace zx::customer
