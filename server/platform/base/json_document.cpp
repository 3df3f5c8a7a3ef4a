// The only file that knows Boost.JSON: its incremental parser feeds our own nodes, which unlike its DOM refuse
// repeated keys and keep a number's source text.

#include "platform/base/json_document.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <limits>
#include <memory>
#include <vector>

#include "platform/base/json_reader.hpp"

namespace zx::json {
namespace {

using ErrorCode = boost::json::error_code;

/// Builds nodes bottom-up: finished values wait on a stack until their container ends.
class Builder {
 public:
  static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_array_size = max_object_size;
  static constexpr std::size_t max_key_size = max_object_size;
  static constexpr std::size_t max_string_size = max_object_size;

  explicit Builder(Document& document) : document_(document) {}

  std::optional<std::string_view> const& repeated_key() const { return repeated_key_; }

  bool on_document_begin(ErrorCode&) { return true; }
  bool on_document_end(ErrorCode&) {
    document_.root = values_.back();
    return true;
  }

  bool on_object_begin(ErrorCode&) { return true; }
  bool on_object_end(std::size_t n, ErrorCode& error) {
    Member* members = allocate<Member>(n);
    auto const first_value = values_.size() - n;
    auto const first_key = keys_.size() - n;
    for (std::size_t i = 0; i < n; ++i) members[i] = {keys_[first_key + i], values_[first_value + i]};
    values_.resize(first_value);
    keys_.resize(first_key);
    values_.push_back({.kind = Node::Kind::object, .count = n, .members = members});
    return has_distinct_names({members, n}, error);
  }

  bool on_array_begin(ErrorCode&) { return true; }
  bool on_array_end(std::size_t n, ErrorCode&) {
    Node* items = allocate<Node>(n);
    auto const first = values_.size() - n;
    std::copy_n(values_.data() + first, n, items);
    values_.resize(first);
    values_.push_back({.kind = Node::Kind::array, .count = n, .items = items});
    return true;
  }

  bool on_key_part(std::string_view part, std::size_t, ErrorCode&) { return add_part(part); }
  bool on_key(std::string_view part, std::size_t, ErrorCode&) {
    keys_.push_back(finish_text(part));
    return true;
  }
  bool on_string_part(std::string_view part, std::size_t, ErrorCode&) { return add_part(part); }
  bool on_string(std::string_view part, std::size_t, ErrorCode&) { return add_text(Node::Kind::string, 0, part); }
  bool on_number_part(std::string_view part, ErrorCode&) { return add_part(part); }
  bool on_int64(std::int64_t value, std::string_view part, ErrorCode&) { return add_text(Node::Kind::integer, value, part); }
  bool on_uint64(std::uint64_t, std::string_view part, ErrorCode&) { return add_text(Node::Kind::number, 0, part); }
  bool on_double(double, std::string_view part, ErrorCode&) { return add_text(Node::Kind::number, 0, part); }
  bool on_bool(bool value, ErrorCode&) {
    values_.push_back({.kind = Node::Kind::boolean, .boolean = value});
    return true;
  }
  bool on_null(ErrorCode&) {
    values_.push_back({});
    return true;
  }
  bool on_comment_part(std::string_view, ErrorCode&) { return true; }
  bool on_comment(std::string_view, ErrorCode&) { return true; }

 private:
  template <class T>
  T* allocate(std::size_t n) {
    auto* memory = static_cast<T*>(document_.arena.allocate(n * sizeof(T), alignof(T)));
    std::uninitialized_default_construct_n(memory, n);
    return memory;
  }

  bool add_part(std::string_view part) {
    parts_ += part;
    return true;
  }

  bool add_text(Node::Kind kind, std::int64_t integer, std::string_view last_part) {
    auto const text = finish_text(last_part);
    values_.push_back({.kind = kind, .count = text.size(), .integer = integer, .characters = text.data()});
    return true;
  }

  std::string_view finish_text(std::string_view last_part) {
    auto const size = parts_.size() + last_part.size();
    char* copy = allocate<char>(size);
    std::ranges::copy(last_part, std::ranges::copy(parts_, copy).out);
    parts_.clear();
    return {copy, size};
  }

  // Sorted, not compared pairwise: a hostile object may have a hundred thousand keys.
  bool has_distinct_names(std::span<Member const> members, ErrorCode& error) {
    names_.clear();
    for (Member const& member : members) names_.push_back(member.name);
    std::ranges::sort(names_);
    auto const repeated = std::ranges::adjacent_find(names_);
    if (repeated == names_.end()) return true;
    repeated_key_ = *repeated;
    error = make_error_code(boost::system::errc::invalid_argument);
    return false;
  }

  Document& document_;
  std::vector<Node> values_;
  std::vector<std::string_view> keys_;
  std::vector<std::string_view> names_;
  std::string parts_;  ///< of the text that is not finished yet
  std::optional<std::string_view> repeated_key_;
};

Refusal refusal_of(ErrorCode const& error, Builder const& builder, std::size_t position) {
  RefusalArguments arguments{{"position", std::to_string(position)}};
  if (builder.repeated_key()) {
    arguments["name"] = std::string(*builder.repeated_key());
    return Refusal::invalid("json.duplicate_key", std::move(arguments));
  }
  if (error == boost::json::error::too_deep) return Refusal::invalid("json.too_deep", {{"limit", "32"}});
  return Refusal::invalid("json.malformed", std::move(arguments));
}

}  // namespace

Result<Value> Value::parse(std::string_view text) {
  auto document = std::make_shared<Document>();
  boost::json::parse_options options;
  options.max_depth = 32;
  boost::json::basic_parser<Builder> parser(options, *document);
  ErrorCode error;
  auto const consumed = parser.write_some(false, text.data(), text.size(), error);
  if (!error && consumed < text.size()) error = boost::json::error::extra_data;
  if (error) return refusal_of(error, parser.handler(), consumed);
  auto const* root = &document->root;
  return Value(std::move(document), root);
}

Node const* find_member(Node const& object, std::string_view name) {
  if (object.kind != Node::Kind::object) return nullptr;
  auto const* end = object.members + object.count;
  auto const* found = std::find_if(object.members, end, [&](Member const& member) { return member.name == name; });
  return found == end ? nullptr : &found->value;
}

bool exceeds_integers(Node const& node) { return node.kind == Node::Kind::number && node.text().find_first_of(".eE") == std::string_view::npos; }

void write_node(Writer& writer, Node const& node) {
  switch (node.kind) {
    case Node::Kind::null: writer.null(); return;
    case Node::Kind::boolean: writer.boolean(node.boolean); return;
    case Node::Kind::integer:
    case Node::Kind::number: writer.raw(node.text()); return;
    case Node::Kind::string: writer.string(node.text()); return;
    case Node::Kind::array:
      writer.begin_array();
      for (std::size_t i = 0; i < node.count; ++i) write_node(writer, node.items[i]);
      writer.end_array();
      return;
    case Node::Kind::object:
      writer.begin_object();
      for (std::size_t i = 0; i < node.count; ++i) {
        writer.key(node.members[i].name);
        write_node(writer, node.members[i].value);
      }
      writer.end_object();
      return;
  }
}

}  // namespace zx::json
