#pragma once
// Private to json_*.cpp: the parsed document. Nodes live in the document's arena and are never freed one by one.
// Numbers keep their source text, so decimals lose nothing; names and strings are unescaped.

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>

#include "platform/base/json_writer.hpp"

namespace zx::json {

struct Member;

// Small on purpose: a body of a million "0,"s becomes that many of them.
struct Node {
  enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };
  Kind kind = Kind::null;
  bool boolean = false;
  std::size_t count = 0;  ///< items, members, or bytes of text
  std::int64_t integer = 0;
  union {
    char const* characters = nullptr;
    Node const* items;
    Member const* members;
  };

  /// A string's content, a number's source.
  std::string_view text() const { return {characters, count}; }
};

struct Member {
  std::string_view name;
  Node value;
};

struct Document {
  std::pmr::monotonic_buffer_resource arena;
  Node root;
};

/// Nullptr when there is no such member.
Node const* find_member(Node const& object, std::string_view name);
/// Whether the number is an integer that 64 bits cannot hold.
bool exceeds_integers(Node const& node);
void write_node(Writer& writer, Node const& node);

}  // namespace zx::json
