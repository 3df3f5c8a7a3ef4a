#include "app/neighbours.hpp"

#include "platform/base/text.hpp"
#include "platform/log/log.hpp"

namespace zx::app {
namespace {

constexpr char separator = ' ';

/// "organization topic id", the id perhaps empty.
void pass_on(LivePages& pages, std::string_view message) {
  auto parts = text::split(message, separator);
  if (parts.size() != 3) return;  // a newer node's
  if (auto organization = OrganizationId::parse(parts[0])) pages.tell(*organization, std::string(parts[1]), std::string(parts[2]));
}

}  // namespace

Neighbours::Neighbours(std::string database_url, LivePages& pages)
    : channel_(std::move(database_url), "zhixing_pages",
               {.heard = [&pages](std::string_view message) { pass_on(pages, message); },
                .missed = [&pages] { pages.refresh_all(); },
                .lost =
                    [](std::string const& reason) {
                      log::warning("pages.neighbours_lost", {{"reason", reason}});
                    }}) {}

void Neighbours::tell(OrganizationId organization, std::string const& topic, std::string const& id) {
  channel_.say(organization.text() + separator + topic + separator + id);
}

}  // namespace zx::app
