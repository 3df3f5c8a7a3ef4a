#include "platform/base/schema.hpp"

#include <stdexcept>

namespace zx::schema {
namespace {

constexpr std::string_view typed = R"({"type":")";

std::string_view unqualified(std::string_view name) {
  auto const colons = name.rfind("::");
  return colons == std::string_view::npos ? name : name.substr(colons + 2);
}

}  // namespace

std::string nullable(std::string schema) {
  if (schema == "{}") return schema;
  if (!schema.starts_with(typed)) return R"({"anyOf":[)" + schema + R"(,{"type":"null"}]})";
  auto const type_end = schema.find('"', typed.size());
  return R"({"type":[")" + schema.substr(typed.size(), type_end - typed.size()) + R"(","null"])" + schema.substr(type_end + 1);
}

std::string array_of(std::string const& schema) { return R"({"type":"array","items":)" + schema + "}"; }
std::string map_of(std::string const& schema) { return R"({"type":"object","additionalProperties":)" + schema + "}"; }
std::string reference_to(std::string const& name) { return R"({"$ref":"#/components/schemas/)" + name + R"("})"; }

std::string component_name(std::string_view spelling) {
  std::string name;
  while (!spelling.empty()) {
    auto const end = spelling.find_first_of("<>, ");
    name += unqualified(spelling.substr(0, end));
    if (end == std::string_view::npos) break;
    if (spelling[end] == '<') name += "Of";
    if (spelling[end] == ',') name += "And";
    spelling.remove_prefix(end + 1);
  }
  return name;
}

Registry::Component& Registry::component(std::string const& name, std::type_index type) {
  auto const [found, is_new] = components_.try_emplace(name, Component{.type = type});
  if (!is_new && found->second.type != type) throw std::logic_error("two types share the schema name " + name + "; give one of them a schema_name");
  return found->second;
}

void Registry::write_component(json::Writer& writer, Component const& component) {
  writer.begin_object();
  if (!component.words.empty()) {
    writer.key("type").string("string").key("enum").begin_array();
    for (auto word : component.words) writer.string(word);
    writer.end_array().end_object();
    return;
  }
  writer.key("type").string("object").key("properties").begin_object();
  for (auto const& property : component.properties) writer.key(property.name).raw(property.schema);
  writer.end_object().key("required").begin_array();
  for (auto const& property : component.properties) {
    if (!component.used_in_form || !property.may_be_absent) writer.string(property.name);
  }
  writer.end_array().key("additionalProperties").boolean(false).end_object();
}

std::string Registry::components_json() const {
  json::Writer writer;
  writer.begin_object();
  for (auto const& [name, component] : components_) {
    writer.key(name);
    write_component(writer, component);
  }
  writer.end_object();
  return std::move(writer).take();
}

}  // namespace zx::schema
