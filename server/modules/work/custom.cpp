#include "modules/work/custom.hpp"

#include <algorithm>

#include "platform/base/json.hpp"
#include "platform/base/text.hpp"

namespace zx::work::custom {
namespace {

std::string name_of(ReadContext const& ctx, CustomField const& field) { return ctx.actor.language == "en" ? field.name_en : field.name_zh; }

std::string shown(ReadContext const& ctx, CustomField const& field, std::string const& value) {
  auto person = field.type == CustomFieldType::person ? EmployeeId::parse(value) : std::nullopt;
  return person ? store::name_of(ctx, *person) : value;
}

std::string value_of(rules::CustomValues const& values, std::string const& code) {
  auto found = values.find(code);
  return found == values.end() ? std::string{} : found->second;
}

/// Fields of either kind, each once.
std::vector<CustomField> fields_of(KindView const& before, KindView const& after) {
  auto fields = after.fields;
  for (auto const& field : before.fields)
    if (!rules::find_field(after, field.code)) fields.push_back(field);
  return fields;
}

}  // namespace

rules::CustomValues values_of(store::ItemRow const& row) { return from_json<rules::CustomValues>(row.custom).value(); }

Result<void> check_people(ReadContext const& ctx, KindView const& kind, rules::CustomPatch const& patch) {
  for (auto const& [code, value] : patch) {
    auto const* field = rules::find_field(kind, code);
    if (!field || field->type != CustomFieldType::person || !value) continue;
    auto person = EmployeeId::parse(*value);
    if (!person || !org::find_employee(ctx, *person)) return Refusal::invalid_field("custom." + code, "org.employee_unknown");
  }
  return {};
}

rules::CustomValues patched(ReadContext const& ctx, KindView const& before, KindView const& after, rules::CustomValues values, rules::CustomPatch const& patch,
                            std::vector<timeline::Change>& changes) {
  auto const old = values;
  for (auto const& [code, value] : patch) {
    if (value && !text::trim(*value).empty()) values[code] = std::string(text::trim(*value));
    else values.erase(code);
  }
  std::erase_if(values, [&](auto const& each) { return !rules::find_field(after, each.first); });
  for (auto const& field : fields_of(before, after)) {
    auto from = value_of(old, field.code);
    auto to = value_of(values, field.code);
    if (from != to) changes.push_back({name_of(ctx, field), shown(ctx, field, from), shown(ctx, field, to)});
  }
  return values;
}

std::vector<followup::PersonView> people_in(ReadContext const& ctx, KindView const& kind, rules::CustomValues const& values) {
  std::vector<followup::PersonView> people;
  for (auto const& field : kind.fields) {
    auto person = field.type == CustomFieldType::person ? EmployeeId::parse(value_of(values, field.code)) : std::nullopt;
    if (person && std::ranges::find(people, *person, &followup::PersonView::id) == people.end()) people.push_back({*person, store::name_of(ctx, *person)});
  }
  return people;
}

}  // namespace zx::work::custom
