#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "platform/auth/digest.hpp"
#include "platform/auth/hash_pool.hpp"
#include "platform/auth/password.hpp"
#include "platform/auth/password_rules.hpp"
#include "platform/auth/token.hpp"

namespace zx::auth {
namespace {

TEST(Digest, sha256_and_hmac_agree_with_the_published_vectors) {
  EXPECT_EQ(hex(sha256(std::string_view(""))), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // RFC 4231, test cases 2 and 6 (a key longer than the block)
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Digest, hexadecimal_text_comes_back_and_anything_else_is_refused) {
  auto const digest = sha256("abc");
  EXPECT_EQ(digest_from_hex(hex(digest)), digest);
  EXPECT_FALSE(digest_from_hex(hex(digest).substr(1)));
  EXPECT_FALSE(digest_from_hex(std::string(63, 'a') + "g"));
  EXPECT_FALSE(digest_from_hex(""));
}

TEST(Digest, comparison_sees_every_byte_and_the_length) {
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abcd"));
}

TEST(Password, a_hash_is_salted_and_verifies_only_its_password) {
  auto const hash = hash_password("correct horse battery");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
  EXPECT_NE(hash, hash_password("correct horse battery"));
  EXPECT_TRUE(verify_password(hash, "correct horse battery"));
  EXPECT_FALSE(verify_password(hash, "correct horse batter"));
  EXPECT_FALSE(verify_password(hash, std::string("correct horse battery\0", 22)));
  EXPECT_FALSE(needs_rehash(hash));
}

TEST(Password, hashes_of_other_programs_verify_but_are_renewed) {
  // argon2 reference program: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1
  auto const foreign = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  EXPECT_TRUE(verify_password(foreign, "password"));
  EXPECT_TRUE(needs_rehash(foreign));
}

TEST(Password, texts_that_are_no_hash_never_verify) {
  for (auto const& text : {std::string(), std::string("$argon2id$"), std::string(500, 'x'), std::string("plain")}) {
    EXPECT_FALSE(verify_password(text, ""));
    EXPECT_TRUE(needs_rehash(text));
  }
}

TEST(Token, tokens_are_long_distinct_and_of_plain_letters) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    auto const token = random_token("zx_");
    ASSERT_EQ(token.size(), 36u);
    EXPECT_TRUE(token.starts_with("zx_"));
    EXPECT_EQ(token.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 3), std::string::npos);
    seen.insert(token);
  }
  EXPECT_EQ(seen.size(), 1000u);
  EXPECT_NE(token_hash("zx_a"), token_hash("zx_b"));
}

TEST(Token, random_passwords_pass_the_rules_and_cannot_be_misread) {
  for (int i = 0; i < 200; ++i) {
    auto const password = random_password();
    ASSERT_EQ(password.size(), 23u);
    EXPECT_EQ(password.find_first_of("01loiILO"), std::string::npos);
    EXPECT_TRUE(check_password(password, "wang.xiaoming", {}));
  }
  auto const code = random_code(6);
  EXPECT_EQ(code.size(), 6u);
  EXPECT_EQ(code.find_first_not_of("0123456789"), std::string::npos);
}

TEST(HashPool, hashes_verify_and_nobody_is_never_right) {
  HashPool pool;
  auto const hash = pool.hash("correct horse battery").value();
  EXPECT_TRUE(pool.verify(hash, "correct horse battery").value());
  EXPECT_FALSE(pool.verify(hash, "wrong horse battery").value());
  EXPECT_FALSE(pool.verify(std::nullopt, "correct horse battery").value());
}

TEST(HashPool, a_flood_is_refused_instead_of_queued_without_end) {
  HashPool pool({.at_once = 1, .waiting = 1});
  auto const hash = pool.hash("correct horse battery").value();
  std::atomic<int> right = 0, refused = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      auto const answer = pool.verify(hash, "correct horse battery");
      EXPECT_TRUE(answer || answer.refusal().code == "auth.busy");
      ++(answer ? right : refused);
    });
  for (auto& thread : threads) thread.join();
  EXPECT_GE(right, 1);
  EXPECT_GE(refused, 1);
  EXPECT_TRUE(pool.verify(hash, "correct horse battery").value()) << "every turn was given back";
}

std::string const list_text = [] {
  std::stringstream text;
  text << std::ifstream(ZHIXING_SOURCE_DIR "/data/common-passwords.txt").rdbuf();
  return text.str();
}();

std::string refusal_of(std::string_view password, std::string_view login = "wang.xiaoming@example.com") {
  static CommonPasswords const common(list_text);
  auto const checked = check_password(password, login, common);
  return checked ? "" : checked.refusal().fields.at(0).code;
}

TEST(PasswordRules, the_shipped_list_is_there) { EXPECT_GE(CommonPasswords(list_text).size(), 500u); }

TEST(PasswordRules, length_counts_characters_and_not_bytes) {
  EXPECT_EQ(refusal_of("h7!kq2zpw"), "password.too_short");
  EXPECT_EQ(refusal_of("h7!kq2zpwm"), "");
  EXPECT_EQ(refusal_of("落霞与孤鹜齐飞"), "password.too_short");
  EXPECT_EQ(refusal_of("落霞与孤鹜齐飞秋水共长天"), "");
  EXPECT_EQ(refusal_of("x" + std::string(99, 'q') + std::string(100, 'w') + "e"), "password.too_long");
}

TEST(PasswordRules, what_everybody_guesses_first_is_refused) {
  for (auto const* password : {"woaini1314",   "Woaini1314520", "a123456789",   "password123",    "Password2026!", "qwertyuiop",  "1234567890",
                               "0987654321",   "1111111111",    "abcabcabcabc", "12341234123412", "1qaz2wsx3edc",  "zhixing2026", "iloveyou1234",
                               "abcdefghijkl", "admin@123456",  "qwerty123456", "wang123456",     "5201314520",    "13912345678", "11010519900307233"})
    EXPECT_EQ(refusal_of(password), "password.too_common") << password;
}

TEST(PasswordRules, the_login_inside_is_refused_in_any_case) {
  EXPECT_EQ(refusal_of("my-Wang.XiaoMing-1!"), "password.contains_login");
  EXPECT_EQ(refusal_of("my-Wang.XiaoMing-1!", "WANG.xiaoming"), "password.contains_login");
  EXPECT_EQ(refusal_of("bo-is-not-a-hint-42", "bo"), "");
  EXPECT_EQ(refusal_of("a-good-long-phrase", ""), "");
}

TEST(PasswordRules, ordinary_phrases_are_accepted) {
  for (auto const* password : {"correct horse battery", "tangshui-42-lianhua", "Rz8$kd-0pQv", "drei kleine baeren"})
    EXPECT_EQ(refusal_of(password), "") << password;
}

}  // namespace
}  // namespace zx::auth
