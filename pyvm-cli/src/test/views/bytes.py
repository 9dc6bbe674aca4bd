print(b'' == '', str(b'x'), b'' == 0, bytearray() == '', f"{b'y'}")
