#pragma once
// JSON Schema (2020-12, as OpenAPI 3.1 uses it) from the same described structs that JSON is read into and written from.

#include <map>
#include <string>
#include <string_view>
#include <typeindex>
#include <vector>

#include "platform/base/json.hpp"

namespace zx::schema {

/// A form may leave out what json.hpp lets be absent; a view always carries every member. A struct used as both
/// follows the form's rule.
enum class Use { form, view };

/// Collects the named components of one API description.
class Registry {
 public:
  /// The schema of T as JSON text, to stand wherever a schema may: a $ref for described structs and enums, which become
  /// components together with everything they contain; otherwise the schema itself.
  /// A component is named by its type's unqualified name ("WorkItemView", "PageOfWorkItemView" for Page<WorkItemView>)
  /// or by `static constexpr std::string_view schema_name`. Throws std::logic_error when two types want the same name.
  template <class T>
  std::string reference(Use use = Use::form);

  /// The value of components.schemas: one JSON object, sorted by name.
  std::string components_json() const;

 private:
  struct Property {
    std::string_view name;
    std::string schema;
    bool may_be_absent = false;
  };
  struct Component {
    std::type_index type;
    bool used_in_form = false;
    std::vector<Property> properties = {};
    std::vector<std::string_view> words = {};  ///< of an enum
  };

  template <class T>
  std::string struct_reference(Use use);
  template <class T>
  std::string enum_reference();

  /// The component of the name, made if new. Throws when it belongs to another type.
  Component& component(std::string const& name, std::type_index type);
  static void write_component(json::Writer& writer, Component const& component);

  std::map<std::string, Component> components_;
};

std::string nullable(std::string schema);
std::string array_of(std::string const& schema);
std::string map_of(std::string const& schema);
std::string reference_to(std::string const& name);
/// "zx::Page<zx::work::WorkItemView>" -> "PageOfWorkItemView"
std::string component_name(std::string_view spelling);

template <class T>
constexpr std::string_view spelling() {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find("T = ") + 4);
  return text.substr(0, text.find_first_of(";]"));
}

template <class T>
std::string name_of() {
  if constexpr (requires { std::string(T::schema_name); }) return std::string(T::schema_name);
  else return component_name(spelling<T>());
}

template <class T>
std::string Registry::enum_reference() {
  auto const name = name_of<T>();
  component(name, typeid(T)).words.assign(enum_texts<T>().begin(), enum_texts<T>().end());
  return reference_to(name);
}

template <class T>
std::string Registry::struct_reference(Use use) {
  auto const name = name_of<T>();
  bool const known = components_.contains(name);
  auto& entry = component(name, typeid(T));
  if (known && (use == Use::view || entry.used_in_form)) return reference_to(name);
  // Marked before the members are visited, so that a struct may contain itself.
  entry.used_in_form = use == Use::form;
  std::vector<Property> properties;
  for_each_member<T>([&](std::string_view member, auto pointer) {
    using Member = std::remove_cvref_t<decltype(std::declval<T&>().*pointer)>;
    properties.push_back({member, reference<Member>(use), json::may_be_absent<Member>});
  });
  entry.properties = std::move(properties);
  return reference_to(name);
}

template <class T>
std::string Registry::reference(Use use) {
  if constexpr (std::same_as<T, bool>) return R"({"type":"boolean"})";
  else if constexpr (json::Integer<T>) return sizeof(T) > 4 ? R"({"type":"integer","format":"int64"})" : R"({"type":"integer","format":"int32"})";
  else if constexpr (std::same_as<T, std::string>) return R"({"type":"string"})";
  else if constexpr (TextValue<T>) return "{" + std::string(TextFormat<T>::schema) + "}";
  else if constexpr (std::same_as<T, Money>) return R"({"type":"integer","format":"int64","description":"fen, 1/100 yuan"})";
  else if constexpr (std::same_as<T, json::Raw>) return "{}";
  else if constexpr (DescribedEnum<T>) return enum_reference<T>();
  else if constexpr (json::is_a<T, std::optional> || json::is_a<T, Patch>) return nullable(reference<typename T::value_type>(use));
  else if constexpr (json::is_a<T, std::vector>) return array_of(reference<typename T::value_type>(use));
  else if constexpr (json::is_text_map<T>) return map_of(reference<typename T::mapped_type>(use));
  else if constexpr (DescribedStruct<T>) return struct_reference<T>(use);
  else static_assert(json::unsupported<T>, "this type has no JSON form: describe it, or give it a TextFormat");
}

}  // namespace zx::schema
