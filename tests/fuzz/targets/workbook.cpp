// An uploaded file that claims to be an .xlsx, byte by byte: mostly the zip container.
#include "fuzz.hpp"
#include "reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  zx::fuzz::read_workbook({reinterpret_cast<char const*>(data), size});
  return 0;
}
