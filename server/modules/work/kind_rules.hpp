#pragma once
// What a kind may be, and what its own fields accept: values in, errors out. Private to work.

#include <map>

#include "modules/work/kinds.hpp"

namespace zx::work::rules {

/// Field code → value as text; null takes the value away.
using CustomValues = std::map<std::string, std::string>;
using CustomPatch = std::map<std::string, std::optional<std::string>>;

/// Every wrong field of a kind as it would be.
std::vector<FieldError> wrong_fields(KindView const& kind);
/// A field's type is fixed once it is there: the values kept would become wrong.
std::vector<FieldError> retyped_fields(std::vector<CustomField> const& before, std::vector<CustomField> const& after);
bool is_code(std::string_view code);

/// Values that the kind's fields do not accept, at custom.<code>. Whether a person exists is for the caller to see.
std::vector<FieldError> wrong_custom(KindView const& kind, CustomPatch const& patch);
/// Required fields that have no value.
std::vector<FieldError> missing_custom(KindView const& kind, CustomValues const& values);
CustomField const* find_field(KindView const& kind, std::string_view code);

}  // namespace zx::work::rules
