#pragma once
// Structs and enums described once with BOOST_DESCRIBE_STRUCT / BOOST_DESCRIBE_ENUM give JSON, rows, schemas and columns.
// The identifiers ARE the words on the wire and in the database; one trailing underscore, needed where the word is
// a C++ keyword (`delete_`), is not part of the word.
// A class template is described from inside with BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ()).

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace zx {

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class E>
concept DescribedEnum = std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value;

namespace detail {

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

constexpr std::string_view word(std::string_view identifier) {
  if (identifier.ends_with('_')) identifier.remove_suffix(1);
  return identifier;
}

template <template <class...> class List, class... D>
constexpr std::array<std::string_view, sizeof...(D)> words(List<D...>) {
  return {word(D::name)...};
}

template <DescribedStruct T>
inline constexpr auto member_words = words(Members<T>{});

template <DescribedEnum E>
inline constexpr auto enum_words = words(boost::describe::describe_enumerators<E>{});

}  // namespace detail

/// Calls `f(std::string_view name, M T::* pointer)` for every member in order of description.
template <DescribedStruct T, class F>
constexpr void for_each_member(F&& f) {
  boost::mp11::mp_for_each<detail::Members<T>>([&](auto member) { f(detail::word(member.name), member.pointer); });
}

/// The members' names in order of description, as a std::array<std::string_view, N>.
template <DescribedStruct T>
constexpr auto const& member_names() {
  return detail::member_words<T>;
}

template <DescribedStruct T>
inline constexpr std::size_t member_count = detail::member_words<T>.size();

/// All words of the enum in order of description, as a std::array<std::string_view, N>.
template <DescribedEnum E>
constexpr auto const& enum_texts() {
  return detail::enum_words<E>;
}

/// Throws std::invalid_argument for a value that is not an enumerator: that is a bug, not input.
template <DescribedEnum E>
constexpr std::string_view enum_text(E value) {
  std::string_view found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    if (enumerator.value == value) found = detail::word(enumerator.name);
  });
  if (found.empty()) throw std::invalid_argument("not an enumerator");
  return found;
}

template <DescribedEnum E>
constexpr std::optional<E> enum_from(std::string_view text) {
  std::optional<E> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    if (detail::word(enumerator.name) == text) found = enumerator.value;
  });
  return found;
}

}  // namespace zx
