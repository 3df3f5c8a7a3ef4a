// Customers change hands.

#include <map>
#include <set>

#include "modules/customer/events.hpp"
#include "modules/customer/store.hpp"
#include "platform/base/text.hpp"
#include "platform/events/events.hpp"

namespace zx::customer {
namespace {

constexpr std::size_t most_at_once = 500;
constexpr std::size_t most_named = 3;
constexpr std::size_t longest_note = 1000;

Result<void> check(HandoverForm const& form) {
  if (form.customer_ids.empty()) return Refusal::invalid_field("customer_ids", "json.required");
  if (form.customer_ids.size() > most_at_once) return Refusal::invalid_field("customer_ids", "field.too_many", {{"most", std::to_string(most_at_once)}});
  if (form.note && text::length(*form.note) > longest_note) return Refusal::invalid_field("note", "field.too_long", {{"most", std::to_string(longest_note)}});
  return {};
}

/// Everything that goes, in order of id: two handovers that overlap wait for each other instead of both waiting.
Result<std::vector<store::CustomerRow>> going(Context const& ctx, HandoverForm const& form) {
  std::vector<store::CustomerRow> rows;
  for (auto const& id : std::set(form.customer_ids.begin(), form.customer_ids.end())) {
    auto row = TRY(store::find_managed(ctx, id));
    if (row.account_manager_id != form.to_id) rows.push_back(std::move(row));
  }
  return rows;
}

Result<void> give(Context const& ctx, store::CustomerRow row, org::EmployeeBrief const& to, std::string_view note) {
  auto const giver = store::name_of(ctx, row.account_manager_id);
  row.account_manager_id = to.id;
  row.department_id = to.department_id;
  if (!store::update(ctx, row)) return Refusal::stale("request.stale");
  store::end_management(ctx, row.id);
  store::begin_management(ctx, row.id, to.id, note);
  store::tell(ctx, row.id, "customer.handed_over", {{"account_manager", giver, to.name}}, note);
  return {};
}

/// What one giver gave.
struct Given {
  std::int64_t count = 0;
  std::string names;

  void add(store::CustomerRow const& row) {
    if (++count <= static_cast<std::int64_t>(most_named)) names += (names.empty() ? "" : "、") + row.name;
  }
};

}  // namespace

Result<HandoverResult> hand_over(Context& ctx, HandoverForm const& form) {
  TRY(check(form));
  auto const to = TRY(org::active_employee(ctx, form.to_id, "to_id"));
  auto const note = std::string(text::trim(form.note.value_or("")));
  auto const rows = TRY(going(ctx, form));
  std::map<EmployeeId, Given> given;
  for (auto const& row : rows) {
    TRY(give(ctx, row, to, note));
    given[row.account_manager_id].add(row);
  }
  for (auto const& [from, what] : given)
    events::publish(ctx,
                    CustomersHandedOver{
                        .handover = Uuid::v7(), .from = from, .to = to.id, .by = ctx.actor.employee, .count = what.count, .names = what.names, .note = note});
  return HandoverResult{static_cast<std::int64_t>(rows.size())};
}

}  // namespace zx::customer
