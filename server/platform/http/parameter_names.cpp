#include "platform/http/parameter_names.hpp"

namespace zx::http {

std::string_view wire_name(std::string_view member) {
  if (member == "after" || member == "before") return "cursor";
  if (member == "order") return "sort";
  if (member == "to") return "until";
  return member;
}

}  // namespace zx::http
