internal import Glibc

extension Answer {
    /// Writes both streams and ends the process.
    ///
    /// A reader that has seen enough and closed its end, as `head` does, ends it quietly.
    package func finish() -> Never {
        var status = status
        // The diagnostics come first: they explain what follows.
        if let problem = Self.write(messages, to: STDERR_FILENO), problem != EPIPE {
            status = .ourFault
        }
        switch Self.write(output, to: STDOUT_FILENO) {
        case nil, EPIPE: break
        case let problem?:
            let words = unsafe strerror(problem).map { unsafe String(cString: $0) } ?? "\(problem)"
            let text = "error: the output cannot be written: \(words) — help: make room, or name "
            _ = Self.write(Array((text + "a file with --out\n").utf8), to: STDERR_FILENO)
            status = .ourFault
        }
        exit(status.rawValue)
    }

    /// The system's error number where it does not let us write.
    private struct Unwritable: Error {
        let number: CInt
    }

    private static func write(_ page: Page, to stream: CInt) -> CInt? {
        do throws(Unwritable) {
            try page.send { (bytes) throws(Unwritable) in
                if let number = write(bytes, to: stream) { throw Unwritable(number: number) }
            }
            return nil
        } catch {
            return error.number
        }
    }

    /// Writes everything; the system's error number when it does not let us.
    static func write(_ bytes: [UInt8], to stream: CInt) -> CInt? {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    stream, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { return errno }
            start += written
        }
        return nil
    }

    /// Lets a closed pipe be an answer of the system instead of the end of the process.
    package static func ignoreClosedPipes() {
        // The former handler is the default one.
        _ = signal(SIGPIPE, SIG_IGN)
    }
}
