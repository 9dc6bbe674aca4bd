package org.pyvm.modules.sockets;

/** Why {@code getaddrinfo} and {@code getnameinfo} find nothing; numbers and words are the C library's. */
enum AddressFailure {
    NO_NAME(-2, "Name or service not known"),
    FAMILY(-6, "ai_family not supported"),
    SOCKET_TYPE(-7, "ai_socktype not supported"),
    SERVICE(-8, "Servname not supported for ai_socktype"),
    ADDRESS_FAMILY(-9, "Address family for hostname not supported");

    private final int number;
    private final String message;

    AddressFailure(int number, String message) {
        this.number = number;
        this.message = message;
    }

    int number() {
        return number;
    }

    String message() {
        return message;
    }
}
