#pragma once
// A refusal is the product saying no to a person: it is a value, never an exception.
// Broken infrastructure (disk, network, a bug) throws.

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zx {

/// What a refusal means to the caller; platform/http maps it to a status in one place.
enum class RefusalKind {
  invalid,                ///< 422: the input is wrong; `fields` says where
  unauthenticated,        ///< 401
  forbidden,              ///< 403: seen, but not allowed
  not_found,              ///< 404: absent, or not visible to the actor
  conflict,               ///< 409: the state does not allow it
  stale,                  ///< 412: somebody else changed it since (If-Match)
  precondition_required,  ///< 428: the change must name the version it was based on
  too_large,              ///< 413
  unsupported,            ///< 415
  too_many_requests,      ///< 429
  unavailable,            ///< 503: try again later
  method_not_allowed,     ///< 405
  broken,                 ///< 500: our fault; nothing was changed
};

using RefusalArguments = std::map<std::string, std::string>;

/// One wrong field. `path` is dotted with array indexes: "lines.2.due_at". `code` is an i18n key.
struct FieldError {
  std::string path;
  std::string code;
  RefusalArguments arguments;
  bool operator==(FieldError const&) const = default;
};

/// `code` is stable ("followup.next_time_required"): API clients match it, and it is the i18n key
/// of a text, in every language, that says what to do. `arguments` fill the text's placeholders.
struct Refusal {
  RefusalKind kind = RefusalKind::invalid;
  std::string code;
  RefusalArguments arguments;
  std::vector<FieldError> fields;

  static Refusal invalid(std::string code, RefusalArguments a = {}) { return {RefusalKind::invalid, std::move(code), std::move(a), {}}; }
  static Refusal invalid_fields(std::vector<FieldError> fields) { return {RefusalKind::invalid, "request.invalid_fields", {}, std::move(fields)}; }
  static Refusal invalid_field(std::string path, std::string code, RefusalArguments a = {}) {
    return invalid_fields({{std::move(path), std::move(code), std::move(a)}});
  }
  static Refusal unauthenticated(std::string code, RefusalArguments a = {}) { return {RefusalKind::unauthenticated, std::move(code), std::move(a), {}}; }
  static Refusal forbidden(std::string code, RefusalArguments a = {}) { return {RefusalKind::forbidden, std::move(code), std::move(a), {}}; }
  static Refusal not_found(std::string code, RefusalArguments a = {}) { return {RefusalKind::not_found, std::move(code), std::move(a), {}}; }
  static Refusal conflict(std::string code, RefusalArguments a = {}) { return {RefusalKind::conflict, std::move(code), std::move(a), {}}; }
  static Refusal stale(std::string code, RefusalArguments a = {}) { return {RefusalKind::stale, std::move(code), std::move(a), {}}; }
  static Refusal of(RefusalKind kind, std::string code, RefusalArguments a = {}) { return {kind, std::move(code), std::move(a), {}}; }
};

/// Either a value or a refusal. Use TRY to unwrap and hand refusals upwards.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Refusal refusal) : state_(std::in_place_index<1>, std::move(refusal)) {}

  explicit operator bool() const { return state_.index() == 0; }
  bool ok() const { return state_.index() == 0; }
  T& value() & { return std::get<0>(state_); }
  T const& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  T const& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  T const* operator->() const { return &value(); }
  Refusal const& refusal() const& { return std::get<1>(state_); }
  Refusal&& refusal() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Refusal> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Refusal refusal) : refusal_(std::move(refusal)) {}

  explicit operator bool() const { return !refusal_; }
  bool ok() const { return !refusal_; }
  void value() const {}
  Refusal const& refusal() const& { return *refusal_; }
  Refusal&& refusal() && { return std::move(*refusal_); }

 private:
  std::optional<Refusal> refusal_;
};

}  // namespace zx

/// Unwraps a Result or returns its refusal from the enclosing function.
#define TRY(expression)                                        \
  ({                                                           \
    auto try_result_ = (expression);                           \
    if (!try_result_) return std::move(try_result_).refusal(); \
    std::move(try_result_).value();                            \
  })
