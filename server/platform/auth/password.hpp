#pragma once
// Passwords at rest: Argon2id, 19 MiB and 2 passes (about 30 ms). On a server go through HashPool, which bounds the memory.

#include <string>
#include <string_view>

namespace zx::auth {

/// A PHC string "$argon2id$v=19$m=19456,t=2,p=1$…" with its own salt, at most 127 ASCII characters.
std::string hash_password(std::string_view password);

/// False for a wrong password and for a text that is no Argon2 hash.
bool verify_password(std::string_view hash, std::string_view password);

/// True when the hash was made with other parameters: hash again after the next successful sign-in.
bool needs_rehash(std::string_view hash);

}  // namespace zx::auth
