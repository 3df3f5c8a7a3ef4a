#pragma once
// What rows and columns are called. Private to goal.

#include "modules/goal/target_store.hpp"

namespace zx::goal::targets {

class Names {
 public:
  /// The products, and the customers of these lines.
  Names(ReadContext const& ctx, std::vector<Line> const& lines);

  std::optional<TargetNamed> product(std::optional<customer::ProductId> id) const;
  std::optional<TargetNamed> customer(std::optional<customer::CustomerId> id) const;
  customer::CustomerBrief const* customer_brief(customer::CustomerId id) const;
  /// "客户经理甲", "光华集团 · 宽带", "07-12 · 宽带"
  std::string label(Line const& line, Sheet const& sheet) const;

 private:
  std::map<customer::ProductId, customer::ProductView> products_;
  std::map<customer::CustomerId, customer::CustomerBrief> customers_;
};

/// "客户经理甲 · 07-12", for refusals.
std::string name_of_cell(ReadContext const& ctx, Sheet const& sheet, std::int64_t row, std::int64_t column);

std::optional<TargetNamed> owner_person(Line const& line);
std::optional<TargetNamed> owner_department(Line const& line);
inline TargetPeriodView period_view(Span span) { return {span.first_month(), span.last_month(), span.text()}; }

}  // namespace zx::goal::targets
