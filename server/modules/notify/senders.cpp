#include "modules/notify/transports.hpp"
#include "platform/services.hpp"

namespace zx::notify {
namespace {

std::string value_of(Settings const& settings, std::string const& key) {
  auto found = settings.find(key);
  return found == settings.end() ? std::string() : found->second;
}

}  // namespace

std::string Account::setting(std::string const& key) const { return value_of(settings, key); }
std::string Account::secret(std::string const& key) const { return value_of(secrets, key); }

Senders::Senders() : senders_(real_senders()) {}

std::shared_ptr<Sender> Senders::of(Channel channel) const {
  std::lock_guard lock(mutex_);
  auto found = senders_.find(channel);
  return found == senders_.end() ? nullptr : found->second;
}

void Senders::put(Channel channel, std::shared_ptr<Sender> sender) {
  std::lock_guard lock(mutex_);
  senders_[channel] = std::move(sender);
}

Senders& senders_of(Services& services) { return services.memory->of<Senders>(); }

}  // namespace zx::notify
