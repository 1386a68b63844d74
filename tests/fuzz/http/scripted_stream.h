// A stream without a network: what it reads is written in a script, what is written to it is kept.
#pragma once

#include <algorithm>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <string>
#include <string_view>

#include "http/stream_kind.h"

namespace laoyou::http {

/// Reads the script in slices of at most `slice` bytes, then the end of the file. What is written goes to `written`.
class ScriptedStream {
 public:
  using executor_type = boost::asio::any_io_executor;

  ScriptedStream(executor_type executor, std::string_view script, std::size_t slice, std::string& written)
      : executor_(std::move(executor)), script_(script), slice_(slice), written_(&written) {}

  executor_type get_executor() const { return executor_; }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    const std::size_t wanted = std::min(slice_, script_.size());
    const std::size_t got = boost::asio::buffer_copy(buffers, boost::asio::buffer(script_.data(), wanted));
    script_.remove_prefix(got);
    return finish(got == 0 ? boost::system::error_code(boost::asio::error::eof) : boost::system::error_code(), got, std::forward<Token>(token));
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    const std::size_t size = boost::asio::buffer_size(buffers);
    const std::size_t begin = written_->size();
    written_->resize(begin + size);
    boost::asio::buffer_copy(boost::asio::buffer(written_->data() + begin, size), buffers);
    return finish({}, size, std::forward<Token>(token));
  }

 private:
  template <class Token>
  auto finish(boost::system::error_code ended, std::size_t bytes, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [](auto handler, executor_type executor, boost::system::error_code code, std::size_t count) {
          boost::asio::post(executor, [handler = std::move(handler), code, count]() mutable { std::move(handler)(code, count); });
        },
        token, executor_, ended, bytes);
  }

  executor_type executor_;
  std::string_view script_;
  std::size_t slice_;
  std::string* written_;
};

template <>
struct StreamKind<ScriptedStream> {
  static constexpr bool secure = false;
  static boost::asio::awaitable<bool> open(ScriptedStream&) { co_return true; }
  static boost::asio::awaitable<void> end_sending(ScriptedStream&) { co_return; }
  static void cancel(ScriptedStream&) {}
  static void close(ScriptedStream&) {}
};

}  // namespace laoyou::http
