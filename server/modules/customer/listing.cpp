// The list: filters composed from fragments, keyset pages in order of name.

#include <array>
#include <set>

#include "modules/customer/sql.hpp"
#include "modules/customer/store.hpp"
#include "platform/base/text.hpp"
#include "platform/search/search.hpp"

namespace zx::customer {
namespace {

constexpr std::int64_t usual_limit = 50;
constexpr std::int64_t most_lines = 200;

struct LineRow {
  CustomerId id;
  std::string number;
  std::string name;
  Tier tier = Tier::ordinary;
  CustomerState state = CustomerState::active;
  std::optional<std::string> industry;
  std::optional<std::string> region;
  std::optional<std::string> address;
  EmployeeId account_manager_id;
  std::string account_manager_name;
  std::optional<std::string> department_name;
  std::optional<std::string> contact_name;
  std::optional<std::string> contact_phone;
  std::optional<std::string> contact_email;
  std::string sort_key;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
                      (id, number, name, tier, state, industry, region, address, account_manager_id, account_manager_name, department_name, contact_name,
                       contact_phone, contact_email, sort_key, version))

CustomerLine line(LineRow row) {
  return {.id = row.id,
          .number = std::move(row.number),
          .name = std::move(row.name),
          .tier = row.tier,
          .state = row.state,
          .industry = std::move(row.industry),
          .region = std::move(row.region),
          .address = std::move(row.address),
          .account_manager = {row.account_manager_id, std::move(row.account_manager_name)},
          .department_name = std::move(row.department_name),
          .contact_name = std::move(row.contact_name),
          .contact_phone = std::move(row.contact_phone),
          .contact_email = std::move(row.contact_email),
          .version = row.version};
}

/// What narrows the list, with its parameters.
struct Selection {
  db::Composed statement;
  db::Parameters parameters;

  void add(db::Statement const& fragment, std::string_view name, db::Value value) {
    statement += fragment;
    parameters.set(name, std::move(value));
  }
  /// An IN list has as many places as its fragment; the first value fills the rest.
  template <std::size_t N, class T>
  void add_words(db::Statement const& fragment, std::array<std::string_view, N> const& names, std::vector<T> const& words) {
    if (words.empty()) return;
    statement += fragment;
    for (std::size_t i = 0; i < N; ++i) parameters.set(names[i], db::Value(words[i < words.size() ? i : 0]));
  }
};

constexpr std::array<std::string_view, 3> tier_names = {"tier1", "tier2", "tier3"};
constexpr std::array<std::string_view, 4> state_names = {"state1", "state2", "state3", "state4"};

Result<void> add_words(Selection& selection, CustomersQuery const& query) {
  if (query.tiers.size() > tier_names.size()) return Refusal::invalid_field("tiers", "field.too_many", {{"most", std::to_string(tier_names.size())}});
  if (query.states.size() > state_names.size()) return Refusal::invalid_field("states", "field.too_many", {{"most", std::to_string(state_names.size())}});
  selection.add_words(sql::of_tiers, tier_names, query.tiers);
  selection.add_words(sql::of_states, state_names, query.states);
  return {};
}

void add_places(Selection& selection, CustomersQuery const& query) {
  if (query.account_manager_id) selection.add(sql::of_manager, "manager", *query.account_manager_id);
  if (query.department_id) selection.add(sql::of_department, "department", *query.department_id);
  if (query.region) selection.add(sql::of_region, "region", *query.region);
  if (query.industry) selection.add(sql::of_industry, "industry", *query.industry);
  if (query.parent_id) selection.add(sql::of_parent, "parent", *query.parent_id);
}

/// False when nothing searchable was typed, which finds nothing.
bool add_text(Selection& selection, ReadContext const& ctx, CustomersQuery const& query) {
  if (!query.text) return true;
  auto found_by = search::parameters_for(ctx.db.engine(), *query.text);
  if (!found_by) return false;
  selection.statement += sql::found_by_text;
  selection.parameters.merge(std::move(*found_by));
  return true;
}

/// "<sort key>.<id>": safe in a URL, both being hexadecimal.
Result<void> add_cursor(Selection& selection, CustomersQuery const& query) {
  if (!query.after) return {};
  auto const parts = text::split(*query.after, '.');
  auto const id = parts.size() == 2 ? CustomerId::parse(parts[1]) : std::nullopt;
  if (!id) return Refusal::invalid_field("after", "request.cursor_invalid");
  selection.add(sql::after_name, "after_key", parts[0]);
  selection.parameters.set("after_id", *id);
  return {};
}

}  // namespace

Result<http::Page<CustomerLine>> customers(ReadContext const& ctx, CustomersQuery const& query) {
  auto const limit = query.limit.value_or(usual_limit);
  if (limit < 1 || limit > most_lines) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most_lines)}});
  Selection selection{sql::lines, db::Parameters::of(followup::viewer(ctx.actor))};
  selection.statement += store::visible_within(ctx.actor.reach(permissions::read));
  TRY(add_words(selection, query));
  add_places(selection, query);
  if (!add_text(selection, ctx, query)) return http::Page<CustomerLine>{};
  TRY(add_cursor(selection, query));
  selection.statement += sql::by_name;
  auto rows = ctx.db.all<LineRow>(selection.statement, selection.parameters.set("limit", limit + 1));
  http::Page<CustomerLine> page;
  if (static_cast<std::int64_t>(rows.size()) > limit) {
    rows.pop_back();
    page.next = rows.back().sort_key + "." + rows.back().id.text();
  }
  for (auto& row : rows) page.items.push_back(line(std::move(row)));
  return page;
}

namespace {

struct WordsRow {
  std::optional<std::string> region;
  std::optional<std::string> industry;
};
BOOST_DESCRIBE_STRUCT(WordsRow, (), (region, industry))

}  // namespace

CustomerWords words_in_use(ReadContext const& ctx) {
  db::Composed statement(sql::words_in_use);
  statement += store::visible_within(ctx.actor.reach(permissions::read));
  std::set<std::string> regions, industries;
  for (auto const& row : ctx.db.all<WordsRow>(statement, db::Parameters::of(followup::viewer(ctx.actor)))) {
    if (row.region) regions.insert(*row.region);
    if (row.industry) industries.insert(*row.industry);
  }
  return {{regions.begin(), regions.end()}, {industries.begin(), industries.end()}};
}

}  // namespace zx::customer
