import _ssl
import ssl
import warnings


def show(text):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            result = eval(text)
        except Exception as e:
            result = repr(e)
    print(text, '->', type(result) if isinstance(result, ssl.SSLContext) else result)
    for w in caught:
        print('   ', w.category.__name__, w.message, w.lineno)


for protocol in 'TLS', 'TLSv1_2', 'TLS_CLIENT', 'TLS_SERVER':
    show(f'ssl.SSLContext(ssl.PROTOCOL_{protocol})')
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.options = 0
for option in 'NO_SSLv2', 'NO_SSLv3', 'NO_TLSv1', 'NO_TLSv1_1', 'NO_TLSv1_2', 'NO_TLSv1_3', 'NO_COMPRESSION':
    show(f'setattr(context, "options", ssl.OP_{option})')
show('setattr(context, "options", ssl.OP_NO_TLSv1)')
show('setattr(context, "options", context.options)')
for version in 'TLSv1', 'TLSv1_1', 'SSLv3', 'TLSv1_2', 'TLSv1_3':
    for bound in 'minimum', 'maximum':
        show(f'setattr(context, "{bound}_version", ssl.TLSVersion.{version})')
        show(f'context.{bound}_version')
for curve in 'None', '"x"', 'b"x"', '"prime256v1"':
    show(f'context.set_ecdh_curve({curve})')
for arguments in '1, "text"', '"text"', '', '1, 2':
    show(f'str(ssl.SSLError({arguments}))')
show('repr(ssl.SSLError(1, "text"))')
show('str(ssl.SSLZeroReturnError(1, "text"))')
show('str(ssl.SSLCertVerificationError(1, "text"))')
show('_ssl.Certificate()')
