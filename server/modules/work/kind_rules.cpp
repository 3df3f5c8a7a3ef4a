#include "modules/work/kind_rules.hpp"

#include <algorithm>
#include <set>

#include "platform/base/decimal.hpp"
#include "platform/base/text.hpp"

namespace zx::work::rules {
namespace {

constexpr std::size_t longest_name = 40;
constexpr std::size_t most_fields = 30;
constexpr std::size_t most_choices = 50;
constexpr std::size_t longest_value = 2000;
constexpr std::int64_t most_minutes = 100'000;

using Errors = std::vector<FieldError>;

void check_name(Errors& errors, std::string const& path, std::string const& name) {
  if (text::trim(name).empty()) errors.push_back({path, "field.required", {}});
  else if (text::length(name) > longest_name) errors.push_back({path, "field.too_long", {{"most", std::to_string(longest_name)}}});
}

void check_range(Errors& errors, std::string_view path, std::int64_t value, std::int64_t least, std::int64_t most) {
  if (value < least || value > most)
    errors.push_back({std::string(path), "field.out_of_range", {{"least", std::to_string(least)}, {"most", std::to_string(most)}}});
}

void check_choices(Errors& errors, std::string const& path, CustomField const& field) {
  bool const has_choices = !field.choices.empty();
  if (field.type == CustomFieldType::choice && !has_choices) errors.push_back({path + ".choices", "field.required", {}});
  if (field.type != CustomFieldType::choice && has_choices) errors.push_back({path + ".choices", "work.choices_only_for_choice", {}});
  if (field.choices.size() > most_choices) errors.push_back({path + ".choices", "field.too_many", {{"most", std::to_string(most_choices)}}});
  for (std::size_t i = 0; i < field.choices.size(); ++i) check_name(errors, path + ".choices." + std::to_string(i), field.choices[i]);
}

void check_field(Errors& errors, std::string const& path, CustomField const& field, std::set<std::string>& seen) {
  if (!is_code(field.code)) errors.push_back({path + ".code", "work.code_invalid", {}});
  else if (!seen.insert(field.code).second) errors.push_back({path + ".code", "work.field_code_twice", {}});
  check_name(errors, path + ".name_zh", field.name_zh);
  check_name(errors, path + ".name_en", field.name_en);
  check_choices(errors, path, field);
}

/// The code of what is wrong with the value; empty when it fits.
std::string_view wrong_with(CustomField const& field, std::string const& value) {
  switch (field.type) {
    case CustomFieldType::text: return text::length(value) > longest_value ? "field.too_long" : "";
    case CustomFieldType::number: return Decimal::parse(value) ? "" : "work.custom_number";
    case CustomFieldType::date: return Date::parse(value) ? "" : "work.custom_date";
    case CustomFieldType::choice: return std::ranges::find(field.choices, value) != field.choices.end() ? "" : "work.custom_choice";
    case CustomFieldType::person: return EmployeeId::parse(value) ? "" : "org.employee_unknown";
  }
  return "";
}

}  // namespace

bool is_code(std::string_view code) {
  auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return code.size() >= 2 && code.size() <= 40 && code[0] >= 'a' && code[0] <= 'z' && std::ranges::all_of(code, fits);
}

Errors wrong_fields(KindView const& kind) {
  Errors errors;
  if (!is_code(kind.code)) errors.push_back({"code", "work.code_invalid", {}});
  check_name(errors, "name_zh", kind.name_zh);
  check_name(errors, "name_en", kind.name_en);
  check_range(errors, "follow_up_gap_minutes", kind.follow_up_gap_minutes, 1, most_minutes);
  check_range(errors, "handoff_limit_minutes", kind.handoff_limit_minutes, 1, most_minutes);
  check_range(errors, "minimum_touches", kind.minimum_touches, 0, 100);
  if (kind.fields.size() > most_fields) errors.push_back({"fields", "field.too_many", {{"most", std::to_string(most_fields)}}});
  std::set<std::string> seen;
  for (std::size_t i = 0; i < kind.fields.size() && i < most_fields; ++i) check_field(errors, "fields." + std::to_string(i), kind.fields[i], seen);
  return errors;
}

Errors retyped_fields(std::vector<CustomField> const& before, std::vector<CustomField> const& after) {
  Errors errors;
  for (std::size_t i = 0; i < after.size(); ++i) {
    auto old = std::ranges::find(before, after[i].code, &CustomField::code);
    if (old != before.end() && old->type != after[i].type) errors.push_back({"fields." + std::to_string(i) + ".type", "work.field_type_fixed", {}});
  }
  return errors;
}

CustomField const* find_field(KindView const& kind, std::string_view code) {
  auto found = std::ranges::find(kind.fields, code, &CustomField::code);
  return found == kind.fields.end() ? nullptr : &*found;
}

Errors wrong_custom(KindView const& kind, CustomPatch const& patch) {
  Errors errors;
  for (auto const& [code, value] : patch) {
    auto const* field = find_field(kind, code);
    if (!field) {
      errors.push_back({"custom." + code, "work.custom_unknown", {{"kind", kind.name_zh}}});
    } else if (value) {
      auto wrong = wrong_with(*field, *value);
      if (!wrong.empty())
        errors.push_back(
            {"custom." + code, std::string(wrong), {{"name_zh", field->name_zh}, {"name_en", field->name_en}, {"most", std::to_string(longest_value)}}});
    }
  }
  return errors;
}

Errors missing_custom(KindView const& kind, CustomValues const& values) {
  Errors errors;
  for (auto const& field : kind.fields) {
    auto value = values.find(field.code);
    if (field.required && (value == values.end() || text::trim(value->second).empty()))
      errors.push_back({"custom." + field.code, "work.custom_required", {{"name_zh", field.name_zh}, {"name_en", field.name_en}}});
  }
  return errors;
}

}  // namespace zx::work::rules
