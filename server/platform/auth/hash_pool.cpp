#include "platform/auth/hash_pool.hpp"

#include "platform/auth/password.hpp"
#include "platform/auth/token.hpp"

namespace zx::auth {

class HashPool::Turn {
 public:
  explicit Turn(HashPool& pool) : pool_(pool) {
    std::unique_lock lock(pool_.mutex_);
    bool const must_wait = pool_.running_ >= pool_.limits_.at_once;
    if (must_wait && pool_.waiting_ >= pool_.limits_.waiting) return;
    ++pool_.waiting_;
    pool_.freed_.wait(lock, [&] { return pool_.running_ < pool_.limits_.at_once; });
    --pool_.waiting_;
    ++pool_.running_;
    taken_ = true;
  }

  ~Turn() {
    if (!taken_) return;
    {
      std::lock_guard lock(pool_.mutex_);
      --pool_.running_;
    }
    pool_.freed_.notify_one();
  }

  Turn(Turn const&) = delete;
  bool refused() const { return !taken_; }

 private:
  HashPool& pool_;
  bool taken_ = false;
};

namespace {

Refusal busy() { return Refusal::of(RefusalKind::unavailable, "auth.busy"); }

// Nobody's: of a random password, made once.
std::string const& hash_of_nobody() {
  static std::string const hash = hash_password(random_password());
  return hash;
}

}  // namespace

Result<std::string> HashPool::hash(std::string_view password) {
  Turn const turn(*this);
  if (turn.refused()) return busy();
  return hash_password(password);
}

Result<bool> HashPool::verify(std::optional<std::string_view> hash, std::string_view password) {
  // Before the choice, so that the very first unknown login is not slower than the others.
  auto const& nobody = hash_of_nobody();
  Turn const turn(*this);
  if (turn.refused()) return busy();
  if (hash) return verify_password(*hash, password);
  (void)verify_password(nobody, password);
  return false;
}

}  // namespace zx::auth
