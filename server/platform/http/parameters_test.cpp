#include <gtest/gtest.h>

#include "platform/http/routes.hpp"

namespace zx::http {
namespace {

std::string json_of(std::string number) {
  Request request{.query = {{"limit", std::move(number)}}};
  return detail::parameters_as_json(request, {{"limit", detail::ParameterKind::integer}}).value();
}

// Found by tests/fuzz: 09 is an integer to us and no number in JSON, so the whole form was refused as unreadable.
TEST(Parameters, an_integer_is_that_number_however_it_is_written) {
  EXPECT_EQ(json_of("20"), R"({"limit":20})");
  EXPECT_EQ(json_of("09"), R"({"limit":9})");
  EXPECT_EQ(json_of("-007"), R"({"limit":-7})");
}

TEST(Parameters, what_is_no_integer_is_left_for_the_form_to_refuse_by_name) {
  EXPECT_EQ(json_of("9x"), R"({"limit":"9x"})");
  EXPECT_EQ(json_of("99999999999999999999"), R"({"limit":"99999999999999999999"})");
}

}  // namespace
}  // namespace zx::http
