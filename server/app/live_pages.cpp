#include "app/live_pages.hpp"

namespace zx::app {

void LivePages::listen(OrganizationId organization, std::shared_ptr<http::EventStream> stream) {
  stream->send("hello", "{}");
  std::lock_guard lock(mutex_);
  auto& streams = streams_[organization];
  std::erase_if(streams, [](auto const& each) { return !each->open(); });
  streams.push_back(std::move(stream));
}

void LivePages::tell(OrganizationId organization, std::string const& topic, std::string const& id) {
  auto data = "{\"topic\":\"" + topic + "\",\"id\":\"" + id + "\"}";
  std::lock_guard lock(mutex_);
  auto found = streams_.find(organization);
  if (found == streams_.end()) return;
  std::erase_if(found->second, [&](auto const& stream) { return !stream->send("changed", data); });
}

void LivePages::refresh_all() {
  std::lock_guard lock(mutex_);
  for (auto& [organization, streams] : streams_) std::erase_if(streams, [](auto const& stream) { return !stream->send("refresh", "{}"); });
}

std::size_t LivePages::listening() const {
  std::lock_guard lock(mutex_);
  std::size_t count = 0;
  for (auto const& [organization, streams] : streams_) count += streams.size();
  return count;
}

}  // namespace zx::app
