#pragma once
// A member of a PATCH form: absent keeps the stored value, null clears it, a value replaces it.

#include <optional>
#include <stdexcept>
#include <utility>

namespace zx {

template <class T>
class Patch {
 public:
  using value_type = T;

  Patch() = default;
  Patch(T value) : state_(State::value), value_(std::move(value)) {}
  static Patch null() {
    Patch patch;
    patch.state_ = State::null;
    return patch;
  }

  bool is_absent() const { return state_ == State::absent; }
  bool is_null() const { return state_ == State::null; }
  bool has_value() const { return state_ == State::value; }
  /// Only when has_value(); throws std::bad_optional_access otherwise.
  T const& value() const { return value_.value(); }
  T& value() { return value_.value(); }

  /// Changes a nullable target; absent leaves it alone.
  void apply_to(std::optional<T>& target) const {
    if (!is_absent()) target = value_;
  }
  /// Changes a target that cannot be null. Returns false, and changes nothing, when the patch is null.
  [[nodiscard]] bool apply_to(T& target) const {
    if (has_value()) target = *value_;
    return !is_null();
  }

  bool operator==(Patch const&) const = default;

 private:
  enum class State { absent, null, value };
  State state_ = State::absent;
  std::optional<T> value_;
};

}  // namespace zx
