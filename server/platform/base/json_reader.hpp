#pragma once
// What the templates of json.hpp read through, and a read-only view for documents that have no struct.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.hpp"

namespace zx::json {

struct Node;
struct Document;

/// A parsed JSON value; cheap to copy, keeps its document alive. For data files and other ad-hoc documents:
/// requests are read with from_json<T>().
class Value {
 public:
  static Result<Value> parse(std::string_view text);

  bool is_null() const;
  bool is_object() const;
  bool is_array() const;

  /// The wrong type gives nullopt, as does an integer beyond 64 bits or a number with a fraction.
  std::optional<std::string_view> as_string() const;
  std::optional<std::int64_t> as_integer() const;
  std::optional<bool> as_boolean() const;
  /// A number as it was written.
  std::optional<std::string_view> number_text() const;

  /// Nullopt when this is no object or has no such key.
  std::optional<Value> find(std::string_view key) const;
  /// Empty when this is no array.
  std::vector<Value> items() const;
  /// In the document's order; empty when this is no object. The names live as long as any Value of the document.
  std::vector<std::pair<std::string_view, Value>> members() const;

  /// Compact JSON.
  std::string text() const;

 private:
  friend class Reader;
  Value(std::shared_ptr<Document const> document, Node const* node) : document_(std::move(document)), node_(node) {}
  std::shared_ptr<Document const> document_;
  Node const* node_;
};

/// `required` refuses absence and null; `required_or_null` refuses only absence.
enum class Presence { required, required_or_null, optional };
enum class Numbers { refused, accepted_as_text };

/// Walks one document and collects what is wrong with it under its path. Every reading function reports a mismatch
/// itself and then returns nothing. At most 100 errors are kept: more help nobody.
class Reader {
 public:
  explicit Reader(Value const& root);

  bool is_null() const;
  std::optional<bool> boolean();
  std::optional<std::int64_t> integer(std::int64_t lowest, std::int64_t highest);
  void string(std::string& value);
  /// A string (or a number's source text), to be parsed by the caller; `refusal` is reported for any other type.
  std::optional<std::string_view> text_value(std::string_view refusal, Numbers numbers);
  /// Index of the word among `allowed`.
  std::optional<std::size_t> word(std::span<std::string_view const> allowed);
  std::string raw();

  /// Reports unless the current value is an object (array).
  bool begin_object();
  bool begin_array();
  /// Members or items of the current value.
  std::size_t size() const;
  /// True when the member is there and was entered; then leave() must follow.
  bool enter(std::string_view name, Presence presence);
  /// Enters the member at the index and returns its name.
  std::string_view enter_member(std::size_t index);
  void enter_item(std::size_t index);
  void leave();
  void refuse_unknown(std::span<std::string_view const> known);

  void fail(std::string_view code, RefusalArguments arguments = {});
  bool failed() const { return !errors_.empty(); }
  std::vector<FieldError> errors() && { return std::move(errors_); }

 private:
  struct Step {
    Node const* node;
    std::string_view name;  ///< of the member in its object; empty for items
    std::size_t index;
  };
  std::string path() const;
  void report(std::string path, std::string_view code, RefusalArguments arguments);
  Node const& here() const { return *steps_.back().node; }

  Value root_;
  std::vector<Step> steps_;
  std::vector<FieldError> errors_;
};

}  // namespace zx::json
