#include "platform/auth/sealing.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace zx::auth {
namespace {

struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("zx-sealing-" + SealingKey::make().fingerprint());
  Folder() { std::filesystem::create_directory(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

TEST(Sealing, a_secret_opens_with_its_key_at_its_place_only) {
  auto const key = SealingKey::make();
  auto const sealed = key.seal("geheim", "account 1");
  EXPECT_TRUE(SealingKey::is_sealed(sealed));
  EXPECT_EQ(sealed.find("geheim"), sealed.npos);
  EXPECT_EQ(key.open(sealed, "account 1"), "geheim");
  EXPECT_FALSE(key.open(sealed, "account 2"));
  EXPECT_FALSE(SealingKey::make().open(sealed, "account 1"));
}

TEST(Sealing, a_changed_secret_does_not_open) {
  auto const key = SealingKey::make();
  auto const sealed = key.seal("geheim", "");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_NE(key.open(changed, ""), "geheim") << i;
  }
  EXPECT_FALSE(key.open(sealed.substr(0, 20), ""));
  EXPECT_FALSE(key.open("", ""));
}

TEST(Sealing, the_same_secret_looks_different_each_time) {
  auto const key = SealingKey::make();
  EXPECT_NE(key.seal("geheim", ""), key.seal("geheim", ""));
  EXPECT_EQ(key.open(key.seal("", ""), ""), "");
}

TEST(Sealing, a_key_file_is_made_once_and_for_its_owner_only) {
  Folder const folder;
  auto const file = folder.path / "secret.key";
  auto const made = SealingKey::of_file(file);
  struct stat facts {};
  ASSERT_EQ(::stat(file.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600u);
  EXPECT_EQ(SealingKey::of_file(file).open(made.seal("geheim", ""), ""), "geheim");
  EXPECT_EQ(SealingKey::of_file(file).fingerprint(), made.fingerprint());
  EXPECT_NE(SealingKey::make().fingerprint(), made.fingerprint());
}

TEST(Sealing, a_file_without_a_key_is_not_overwritten) {
  Folder const folder;
  auto const file = folder.path / "secret.key";
  std::ofstream(file) << "nothing of the kind\n";
  EXPECT_THROW(SealingKey::of_file(file), std::runtime_error);
  std::string left;
  std::getline(std::ifstream(file) >> std::ws, left);
  EXPECT_EQ(left, "nothing of the kind");
}

}  // namespace
}  // namespace zx::auth
