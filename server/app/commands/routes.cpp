#include "app/commands/commands.hpp"
#include "app/modules.hpp"
#include "version.hpp"

namespace zx::app::commands {
namespace {

struct ShownRoute {
  std::string method;
  std::string path;
  std::string access;
  std::string summary;
};
BOOST_DESCRIBE_STRUCT(ShownRoute, (), (method, path, access, summary))

std::string access_of(http::RouteAccess const& access) {
  switch (access.kind()) {
    case http::RouteAccess::Kind::permission: return std::string(access.word());
    case http::RouteAccess::Kind::signed_in: return "signed in";
    case http::RouteAccess::Kind::anyone: return "anyone: " + std::string(access.word());
  }
  return {};
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size() + 1), ' ');
  return text;
}

}  // namespace

ExitCode routes(Console& console, bool openapi) {
  auto table = all_routes();
  if (openapi) {
    console.line(http::openapi(table, version));
    return ExitCode::success;
  }
  std::vector<ShownRoute> shown;
  std::string lines;
  for (auto const& route : table.all()) {
    shown.push_back({std::string(http::word(route.facts.method)), route.facts.path, access_of(route.facts.access), route.facts.summary});
    auto const& last = shown.back();
    lines += (lines.empty() ? "" : "\n") + padded(last.method, 7) + padded(last.path, 52) + padded(last.access, 24) + last.summary;
  }
  console.answer(shown, lines);
  return ExitCode::success;
}

}  // namespace zx::app::commands
